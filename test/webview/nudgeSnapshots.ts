import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import type { FallView } from '../../src/core/messages/nudges.ts';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import type { Nudge, Plan } from '../../src/core/nudges/nudge.ts';
import { entriesOf } from '../../src/core/nudges/nudgeView.ts';
import type { Evidence } from '../../src/core/nudges/raised.ts';
import { readRules } from '../../src/core/rules/readRules.ts';
import { clockText } from '../../src/core/text/clock.ts';
import { HOSTILE } from './hostileNames.ts';
import { busy } from './snapshots.ts';

/** Nudges as the host makes them, in the panel. */

const AT = Date.UTC(2026, 10, 22, 14, 22);
const { rules } = readRules({ rules: {}, customRules: [] });
const VIEWER = {
  rules,
  wording: { clock: clockText('UTC'), rules: { toastsPerDay: 2, maxDeferMs: 1_800_000 } },
  calendar: zoneCalendar('UTC'),
  learnt: null,
};

const EVIDENCE: Evidence = {
  measure: 'switches',
  unit: 'count',
  value: 11,
  threshold: 8,
  comparator: 'gte',
  percentile: null,
  window: { start: AT - 1_200_000, end: AT },
  group: null,
};

function nudge(made: Partial<Plan> = {}): Nudge {
  const id = made.id ?? 1;
  return {
    ...{ id, delivery: 1, rule: 'switching/ping-pong', since: AT, level: 'toast', surface: 'panel' },
    ...{ decidedAt: AT, occasion: 'atOnce', isDigest: false, lowered: [], evidence: EVIDENCE, ...made },
    ...{ state: 'shown', window: 'w1', claimedAt: AT, shownAt: AT },
  };
}

export function suggested(nudges: readonly Nudge[] = [nudge()], falls: readonly FallView[] = []): Snapshot {
  return { ...busy(), nudges: { entries: entriesOf(nudges, VIEWER), falls } };
}

const tooMany = nudge({
  id: 2,
  rule: 'queue/too-many',
  isDigest: true,
  evidence: { ...EVIDENCE, measure: 'items begun', value: 6, threshold: 5 },
});

export const digest = (): Snapshot =>
  suggested([nudge({ isDigest: true, occasion: 'sessionEnded', lowered: ['demoted', 'budget'] }), tooMany]);

const FALL: FallView = {
  rule: 'switching/ping-pong',
  what: 'Raised on 12 Oct from panel to message: You go to and fro between projects or items.',
  text:
    'Deep time was 1 h 40 a day in the 20 working days before, and is 1 h 05 in the 12 since (medians). ' +
    'There may be other reasons.',
};

export const NUDGE_STATES: Readonly<Record<string, () => Snapshot>> = {
  nudge: () => suggested(),
  nudgeDigest: digest,
  nudgeFall: () => suggested([], [FALL]),
  nudgeHostile: () =>
    suggested(
      HOSTILE.map((group, i) =>
        nudge({ id: i + 1, rule: 'queue/over-budget', evidence: { ...EVIDENCE, group } }),
      ),
    ),
};
