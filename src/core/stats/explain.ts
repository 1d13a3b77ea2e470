import { EDIT_ORIGINS, type EditOrigin } from '../activity/signal.ts';
import type { Explanation, Term } from '../messages/numbers.ts';
import type { ClockText } from '../text/clock.ts';
import { countOf, formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import type { Day, DayBlock } from './day.ts';
import { editCount, LEAST_FOR_RATES_MS, switchesPerHour } from './figures.ts';
import { formatRate, formatRatio } from './formats.ts';
import { deepBlocks, deepMs, fragmentation, longestBlocks, UNASSIGNED } from './measures.ts';

/** What an explanation of a day's number draws on. */
export interface ExplainInput {
  readonly day: Day;
  readonly clock: ClockText;
  readonly deepBlockMs: number;
  readonly idleAfterMs: number;
}

/** Switches that are listed one by one; more would bury the rest. */
const LISTED_SWITCHES = 10;

export function explainActive({ day, clock, idleAfterMs }: ExplainInput): Explanation {
  const longest = formatDuration(idleAfterMs);
  const stretches = new Set(day.pieces.filter(piece => !piece.isGap).map(piece => piece.span));
  stretches.delete(null);
  const frame = activeFrame(day);
  return {
    definition:
      'Time in which you edited, read, debugged or ran something, and the pauses between. ' +
      `A pause of more than ${longest} does not count, and two windows never count twice.`,
    terms: [
      ...(frame ? [{ label: 'First and last activity', value: clock.range(frame) }] : []),
      {
        label: `In ${countOf(stretches.size, 'stretch', 'stretches')} of activity`,
        value: formatDuration(day.activeMs - day.gapMs),
      },
      { label: `Pauses of up to ${longest} between them`, value: formatDuration(day.gapMs) },
      { label: 'Together', value: formatDuration(day.activeMs) },
    ],
    setting: 'idle.after',
  };
}

export function explainDeep({ day, clock, deepBlockMs, idleAfterMs }: ExplainInput): Explanation {
  const deep = deepBlocks(day.blocks, deepBlockMs);
  const [longest] = longestBlocks(day.blocks, 1);
  const terms = deep.map(block => blockTerm(block, clock, lengthOf(block)));
  if (deep.length > 0) {
    terms.push({ label: 'Together', value: formatDuration(deepMs(day.blocks, deepBlockMs)) });
  } else if (longest) {
    terms.push(blockTerm(longest, clock, lengthOf(longest), 'Longest block so far: '));
  }
  return {
    definition:
      `Your blocks of at least ${formatDuration(deepBlockMs)}. A block is a stretch on one project, with no switch and ` +
      `no pause of more than ${formatDuration(idleAfterMs)}; reading and thinking away from the keyboard belong to it.`,
    terms: [{ label: 'A block is deep from', value: formatDuration(deepBlockMs) }, ...terms],
    setting: 'focus.deepBlockMinutes',
  };
}

export function explainIdle({ day, clock, idleAfterMs }: ExplainInput): Explanation {
  const frame = activeFrame(day);
  const frameMs = frame ? lengthOf(frame) : 0;
  const namedMs = frameMs - day.activeMs - day.idleMs;
  return {
    definition:
      'Time between your first and your last activity that is neither active nor named. ' +
      `It begins where a pause lasts more than ${formatDuration(idleAfterMs)}.`,
    terms: frame
      ? [
          { label: `From ${clock.range(frame)}`, value: formatDuration(frameMs) },
          { label: 'Less active time', value: formatDuration(day.activeMs) },
          { label: 'Less time that you named', value: formatDuration(namedMs) },
          { label: 'Left', value: formatDuration(day.idleMs) },
        ]
      : [],
    setting: 'idle.after',
    isNamed: true,
  };
}

export function explainSwitches({ day, clock }: ExplainInput): Explanation {
  const rate = switchesPerHour(day);
  const switches = switchesOf(day);
  const earlier = Math.max(0, switches.length - LISTED_SWITCHES);
  const projects = new Set(day.blocks.map(block => block.project));
  return {
    definition:
      'Changes from one project or queue item to another with no idle time, meeting or break between. ' +
      'Looking elsewhere for less than 10 s is no change.',
    terms: [
      ...switches.slice(earlier).map(each => switchTerm(each, clock)),
      ...(earlier > 0 ? [{ label: 'Earlier ones', value: formatCount(earlier) }] : []),
      { label: 'Blocks of the day', value: formatCount(day.blocks.length) },
      { label: 'Projects in them', value: formatCount(projects.size) },
      { label: 'Active time', value: formatDuration(day.activeMs) },
      ...(rate === null ? [] : [{ label: 'Switches per active hour', value: formatRate(rate) }]),
    ],
    setting: null,
  };
}

export function explainFragmentation({ day, clock }: ExplainInput): Explanation {
  const longest = longestBlocks(day.blocks, 3);
  const value = fragmentation(day);
  const sum = longest.reduce((ms, block) => ms + block.activeMs, 0);
  return {
    definition:
      'The part of your active time outside the three longest blocks. ' +
      'At 0 all of it lies in three blocks; near 1 it is spread over many short ones. ' +
      `It is told from ${formatDuration(LEAST_FOR_RATES_MS)} of active time on.`,
    terms:
      value === null
        ? []
        : [
            ...longest.map(block => blockTerm(block, clock, block.activeMs)),
            { label: 'Active time in these', value: formatDuration(sum) },
            { label: 'Active time in all', value: formatDuration(day.activeMs) },
            {
              label: `1 − ${formatDuration(sum)} ÷ ${formatDuration(day.activeMs)}`,
              value: formatRatio(value),
            },
          ],
    setting: 'idle.after',
  };
}

const ORIGIN_LABELS: { readonly [O in EditOrigin]: string } = {
  typed: 'Typed',
  bulk: 'Inserted at the cursor: paste, completion, snippet',
  undo: 'Undone or redone',
  program: 'By a program: formatter, tool, agent, another view',
};

export function explainEdits({ day }: ExplainInput): Explanation {
  return {
    definition:
      'Every change to a document counts once, by where it seems to come from; an editor cannot tell that for certain. ' +
      'Changes by a program are counted here but make no active time.',
    terms: [
      ...EDIT_ORIGINS.map(origin => ({
        label: ORIGIN_LABELS[origin],
        value: formatCount(day.edits[origin]),
      })),
      { label: 'Together', value: formatCount(editCount(day.edits)) },
    ],
    setting: null,
  };
}

/** From the first to the last active instant; null without active time. */
export function activeFrame({ pieces }: Pick<Day, 'pieces'>): { start: number; end: number } | null {
  const first = pieces.find(piece => piece.span);
  const last = pieces.findLast(piece => piece.span);
  return first && last ? { start: first.start, end: last.end } : null;
}

export interface Switch {
  /** null: what was done before midnight. */
  readonly from: DayBlock | null;
  readonly to: DayBlock;
}

/**
 * Where one block ends and the next begins at once, there was a switch. The day's first block may begin with one too, from what
 * was done before midnight.
 */
export function switchesOf({ blocks, switches }: Pick<Day, 'blocks' | 'switches'>): Switch[] {
  const found: Switch[] = [];
  blocks.forEach((to, i) => {
    const from = blocks[i - 1];
    if (from?.end === to.start) found.push({ from, to });
  });
  const [first] = blocks;
  return first && found.length < switches ? [{ from: null, to: first }, ...found] : found;
}

function switchTerm({ from, to }: Switch, clock: ClockText): Term {
  const before = from ? `${projectName(from)} ` : '';
  return { label: `At ${clock.time(to.start)}`, value: `${before}→ ${projectName(to)}` };
}

function blockTerm(block: DayBlock, clock: ClockText, ms: number, prefix = ''): Term {
  return { label: `${prefix}${clock.range(block)}, ${projectName(block)}`, value: formatDuration(ms) };
}

function projectName({ project }: DayBlock): string {
  return project === null ? UNASSIGNED : isolate(project);
}

function lengthOf({ start, end }: { start: number; end: number }): number {
  return end - start;
}
