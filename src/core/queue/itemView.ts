import type { ItemGroup, ItemView } from '../messages/queue.ts';
import type { Term } from '../messages/numbers.ts';
import type { ClockText } from '../text/clock.ts';
import { countOf } from '../text/count.ts';
import type { Blocking } from './blocking.ts';
import { budgetRange, ratioRange, type FinishedItem, type RatioRange } from './budget.ts';
import { isOpen, type Item, type Items } from './item.ts';
import { sayDay, sayDue } from './sayDue.ts';
import type { Score, ScoreTerm } from './score.ts';
import { shownMs } from './usedTime.ts';

export interface ItemViewContext {
  readonly items: Items;
  readonly today: string;
  readonly clock: ClockText;
  readonly dateAt: (time: number) => string;
  readonly usedMs: ReadonlyMap<string, number>;
  readonly activeId: string | null;
  readonly blocking: Blocking;
  readonly history: readonly FinishedItem[];
}

/** Says of items what the panel shows. */
export class ItemViewer {
  private readonly context: ItemViewContext;
  /** By labels: most items share theirs with others. */
  private readonly ratios = new Map<string, { readonly ratios: RatioRange; readonly basis: string }>();

  constructor(context: ItemViewContext) {
    this.context = context;
  }

  view(item: Item, group: ItemGroup, { total, terms }: Score): ItemView {
    const { id, key, title, state, labels, priority, project, due, budgetMinutes } = item;
    const { today, usedMs, activeId } = this.context;
    const used = usedMs.get(id) ?? 0;
    return {
      id,
      key,
      title,
      group,
      state,
      labels,
      priority,
      project,
      due,
      dueText: isOpen(item) ? sayDue(due, today) : '',
      snoozedText: group === 'snoozed' ? this.snoozedText(item) : '',
      budgetMinutes,
      usedMs: shownMs(used, id === activeId),
      range: isOpen(item) ? this.range(item) : null,
      isOverBudget: budgetMinutes !== null && used > budgetMinutes * 60_000,
      blockedBy: this.blockers(item),
      score: total,
      terms: terms.length === 0 ? NO_TERMS : terms.map(toTerm),
    };
  }

  /** "until 14:30", "until tomorrow 9:00", "until Mon 9:00" */
  private snoozedText({ snoozedUntil }: Item): string {
    const { clock, dateAt, today } = this.context;
    if (snoozedUntil === null) return '';
    const day = sayDay(dateAt(snoozedUntil), today);
    return `until ${day === 'today' ? '' : `${day} `}${clock.time(snoozedUntil)}`;
  }

  private range({ budgetMinutes, labels }: Item): ItemView['range'] {
    if (budgetMinutes === null) return null;
    const { ratios, basis } = this.ratiosOf(labels);
    const range = budgetRange(budgetMinutes, ratios);
    return range && { ...range, basis };
  }

  private ratiosOf(labels: readonly string[]) {
    const key = labels.join(' ');
    let known = this.ratios.get(key);
    if (!known) {
      const ratios = ratioRange(this.context.history, labels);
      this.ratios.set(key, (known = { ratios, basis: basisText(ratios) }));
    }
    return known;
  }

  private blockers(item: Item): readonly string[] {
    const { blocking, items } = this.context;
    if (!blocking.isBlocked(item.id)) return NO_BLOCKERS;
    return item.blockedBy.flatMap(id => {
      const blocker = items.get(id);
      return blocker && isOpen(blocker) ? [`${blocker.key} ${blocker.title}`] : [];
    });
  }
}

const NO_TERMS: readonly Term[] = [];
const NO_BLOCKERS: readonly string[] = [];

function toTerm({ label, value }: ScoreTerm): Term {
  return { label, value: `${value < 0 ? '−' : '+'}${Math.abs(value)}` };
}

/** "from 14 finished items with #bug" */
function basisText({ samples, ...ratios }: RatioRange): string {
  const label = ratios.kind === 'range' && ratios.label !== null ? ` with #${ratios.label}` : '';
  return `from ${countOf(samples, 'finished item')}${label}`;
}
