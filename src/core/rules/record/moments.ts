import type { Fact, Tally } from '../../activity/facts.ts';
import type { Session } from '../../focus/session.ts';
import type { Item } from '../../queue/item.ts';
import { tallyTime } from './fromFacts.ts';
import type { RulePortion } from './input.ts';

/** Something that happened at one instant. */
export type Moment =
  | { readonly at: number; readonly kind: 'fact'; readonly fact: Fact }
  | { readonly at: number; readonly kind: 'tally'; readonly tally: Tally }
  | {
      readonly at: number;
      readonly kind: 'session';
      readonly session: Session;
      readonly phase: 'start' | 'end';
    }
  | { readonly at: number; readonly kind: 'closing'; readonly item: Item };

/** What happened in `[from, to)`, in the order of time; what happened at the same time in the order of its kinds. */
export function momentsOf(portion: RulePortion, from: number, to: number): Moment[] {
  const { facts, tallies, sessions, items } = portion;
  const moments: Moment[] = facts.map(fact => ({ at: fact.at, kind: 'fact', fact }));
  for (const tally of tallies) moments.push({ at: tallyTime(tally), kind: 'tally', tally });
  for (const session of sessions) {
    moments.push({ at: session.startedAt, kind: 'session', session, phase: 'start' });
    if (session.endedAt !== null)
      moments.push({ at: session.endedAt, kind: 'session', session, phase: 'end' });
  }
  for (const item of items.values()) {
    if (item.closedAt !== null) moments.push({ at: item.closedAt, kind: 'closing', item });
  }
  return moments.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at);
}
