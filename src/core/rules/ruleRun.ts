import { Conditions, type Held } from './conditions.ts';
import type { Finding, RuleStatus, Transition } from './finding.ts';
import type { MeterContext } from './measures/makeMeter.ts';
import type { Meter, RuleTime } from './measures/meter.ts';
import { groupParts } from './measures/grouping.ts';
import { missingDays, needOf, type Need } from './neededDays.ts';
import { filledIn } from './options.ts';
import type { ReadyRule } from './readyRule.ts';
import { GRID_MS } from './record/input.ts';
import type { Inhibitor } from './rule.ts';
import { isFarther } from './threshold.ts';

export interface RuleRunContext {
  readonly figures: MeterContext['figures'];
  /** Epoch milliseconds. */
  readonly recordedSince: number;
  readonly onTransition: (transition: Transition) => void;
}

type Phase =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'pending'; readonly since: number; readonly group: string }
  | { readonly kind: 'firing'; readonly finding: Finding; readonly group: string };

const QUIET: Phase = { kind: 'quiet' };

/** One rule at work: quiet, pending, firing. */
export class RuleRun {
  readonly id: string;
  /** It failed once, and is to be left alone. */
  hasFailed = false;
  /** It was told something since it last looked. */
  isTold = false;
  private readonly context: RuleRunContext;
  private readonly conditions: Conditions;
  private readonly need: Need;
  private readonly lengths: { readonly for: number; readonly keep: number; readonly cooldown: number };
  private readonly inhibitedBy: readonly Inhibitor[];
  private phase: Phase = QUIET;
  /** When the condition last held. */
  private heldAt = -Infinity;
  private firedAt = -Infinity;

  constructor({ rule, values }: ReadyRule, context: RuleRunContext) {
    const conditions = 'all' in rule.when ? rule.when.all : [rule.when];
    this.id = rule.id;
    this.context = context;
    this.conditions = new Conditions(conditions, values, context.figures);
    this.need = needOf(conditions, values);
    this.lengths = {
      for: filledIn(rule.for ?? 0, values),
      keep: filledIn(rule.keepFiringFor ?? 0, values),
      cooldown: filledIn(rule.cooldown ?? 0, values),
    };
    this.inhibitedBy = rule.inhibitedBy ?? [];
  }

  /** What is to take occurrences in. */
  get meters(): readonly Meter[] {
    return this.conditions.meters;
  }

  beginDay(start: number): void {
    this.conditions.beginDay(start);
  }

  status(time: Pick<RuleTime, 'now' | 'weekStart'>): RuleStatus {
    if (this.hasFailed) return { kind: 'failed' };
    const days = this.missingDays(time) + this.conditions.missingDays;
    return days > 0 ? { kind: 'needsDays', days } : { kind: 'ready' };
  }

  /** What it has found and still holds; null: it does not fire. */
  get finding(): Finding | null {
    return this.phase.kind === 'firing' ? this.phase.finding : null;
  }

  /** Looks at the condition at an instant of the grid. `isSo`: whether what inhibits rules is under way. */
  look(time: RuleTime, isSo: (inhibitor: Inhibitor) => boolean): void {
    this.pass(time.now - GRID_MS);
    const isWhole = this.missingDays(time) === 0;
    this.conditions.reach(time, isWhole);
    const isQuiet = !isWhole || this.inhibitedBy.some(isSo);
    const held = isQuiet ? null : this.findHeld();
    if (held) this.hold(held, time.now);
    else this.letGo(time.now);
  }

  /** Nothing happened until `now`: what held does so no longer. */
  pass(now: number): void {
    if (this.phase.kind !== 'quiet' && this.heldAt < now) this.letGo(now);
  }

  private missingDays(time: Pick<RuleTime, 'now' | 'weekStart'>): number {
    return missingDays(this.need, this.context.recordedSince, time);
  }

  /** A finding stays with its group; what pends does so as long as it can. */
  private findHeld(): Held | null {
    const { phase, conditions } = this;
    if (phase.kind === 'firing') return conditions.heldOf(phase.group);
    return conditions.findHeld(phase.kind === 'pending' ? phase.group : null);
  }

  private hold({ group, value }: Held, now: number): void {
    this.heldAt = now;
    if (this.phase.kind === 'firing') {
      this.prolong(this.phase.finding, { group, value }, now);
      return;
    }
    if (this.phase.kind === 'quiet' || this.phase.group !== group) {
      this.phase = { kind: 'pending', since: now, group };
      this.tell('pending', now, null);
    }
    const isDue = now - this.phase.since >= this.lengths.for && now - this.firedAt >= this.lengths.cooldown;
    if (isDue) this.fire({ group, value }, now);
  }

  private fire({ group, value }: Held, now: number): void {
    const { conditions } = this;
    const finding: Finding = {
      rule: this.id,
      from: now,
      to: null,
      value,
      threshold: conditions.threshold ?? 0,
      group: conditions.hasGroups ? groupParts(group) : null,
      window: this.windowOf(group, now),
    };
    this.phase = { kind: 'firing', finding, group };
    this.firedAt = now;
    this.tell('firing', now, finding);
  }

  private prolong(finding: Finding, { group, value }: Held, now: number): void {
    if (!isFarther(value, finding.value, this.conditions.comparator)) return;
    this.phase = { kind: 'firing', finding: { ...finding, value, window: this.windowOf(group, now) }, group };
  }

  private windowOf(group: string, now: number): Finding['window'] {
    return { start: Math.max(this.conditions.startOf(group), this.context.recordedSince), end: now };
  }

  private letGo(now: number): void {
    if (this.phase.kind === 'pending') {
      this.phase = QUIET;
      this.tell('dropped', now, null);
    }
    if (this.phase.kind !== 'firing' || now - this.heldAt <= this.lengths.keep) return;
    const { finding } = this.phase;
    this.phase = QUIET;
    this.tell('resolved', this.heldAt, { ...finding, to: this.heldAt });
  }

  private tell(to: Transition['to'], at: number, finding: Finding | null): void {
    this.context.onTransition({ rule: this.id, at, to, finding });
  }
}
