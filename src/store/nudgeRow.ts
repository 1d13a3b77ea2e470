import * as z from 'zod/mini';
import { BREAKPOINTS } from '../core/focus/breakpointWatch.ts';
import { SURFACES } from '../core/nudges/ladder.ts';
import { EXPIRIES, LOWERINGS, type Nudge, type Plan } from '../core/nudges/nudge.ts';
import type { Evidence } from '../core/nudges/raised.ts';

export const NUDGE_COLUMNS = [
  ...['id', 'delivery', 'rule', 'since', 'level', 'surface', 'decided_at', 'occasion', 'digest', 'lowered'],
  ...['evidence', 'state', 'claimed_by', 'claimed_at', 'shown_at', 'ended_at', 'less', 'put_off', 'reason'],
] as const;

export type NudgeRow = readonly [
  ...(readonly [id: number, delivery: number, rule: string, since: number, level: string, surface: string]),
  ...(readonly [decidedAt: number, occasion: string, digest: number, lowered: string, evidence: string]),
  ...(readonly [state: string, claimedBy: string | null, claimedAt: number | null, shownAt: number | null]),
  ...(readonly [endedAt: number | null, less: number | null, putOff: number | null, reason: string | null]),
];

const SURFACE = z.enum(SURFACES);
const OCCASION = z.enum([...BREAKPOINTS, 'late', 'atOnce']);
const LOWERED = z.array(z.enum(LOWERINGS));
const EXPIRY = z.enum(EXPIRIES);
const EVIDENCE: z.ZodMiniType<Evidence> = z.object({
  measure: z.string(),
  unit: z.enum(['time', 'count', 'share']),
  value: z.number(),
  threshold: z.number(),
  comparator: z.enum(['gte', 'gt', 'lte', 'lt']),
  percentile: z.nullable(z.number()),
  window: z.object({ start: z.number(), end: z.number() }),
  group: z.nullable(z.string()),
});

/** A nudge as its columns take it; STRICT tables take no fractions. */
export function toNudgeRow(nudge: Nudge): NudgeRow {
  const { id, delivery, rule, since, level, surface, decidedAt, occasion, isDigest, lowered, evidence } =
    nudge;
  const [claimedBy, claimedAt, shownAt, endedAt] = timesOf(nudge);
  return [
    ...([id, delivery, rule, Math.round(since), level, surface] as const),
    ...([Math.round(decidedAt), occasion, Number(isDigest), JSON.stringify(lowered)] as const),
    ...([JSON.stringify(evidence), nudge.state, claimedBy] as const),
    ...([wholeOrNull(claimedAt), wholeOrNull(shownAt), wholeOrNull(endedAt)] as const),
    nudge.state === 'dismissed' ? Number(nudge.isLess) : null,
    nudge.state === 'snoozed' ? Math.round(nudge.until) : null,
    nudge.state === 'expired' ? nudge.reason : null,
  ];
}

type Times = [by: string | null, claimedAt: number | null, shownAt: number | null, endedAt: number | null];

function timesOf(nudge: Nudge): Times {
  switch (nudge.state) {
    case 'decided':
      return [null, null, null, null];
    case 'claimed':
      return [nudge.window, nudge.claimedAt, null, null];
    case 'shown':
      return [nudge.window, nudge.claimedAt, nudge.shownAt, null];
    case 'expired': {
      const { claim, showing, expiredAt } = nudge;
      return [claim?.window ?? null, claim?.claimedAt ?? null, showing?.shownAt ?? null, expiredAt];
    }
    default:
      return [nudge.window, nudge.claimedAt, nudge.shownAt, nudge.answeredAt];
  }
}

function wholeOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

/** null where the row cannot be understood: the file is the user's, and other tools and newer versions may write into it. */
export function toNudge(row: NudgeRow): Nudge | null {
  try {
    return readState(readPlan(row), row);
  } catch {
    return null;
  }
}

function readPlan(row: NudgeRow): Plan {
  const [id, delivery, rule, since, level, surface, decidedAt, occasion, digest, lowered, evidence] = row;
  return {
    ...{ id, delivery, rule, since, decidedAt, isDigest: digest === 1 },
    level: SURFACE.parse(level),
    surface: SURFACE.parse(surface),
    occasion: OCCASION.parse(occasion),
    lowered: LOWERED.parse(JSON.parse(lowered)),
    evidence: EVIDENCE.parse(JSON.parse(evidence)),
  };
}

function readState(plan: Plan, row: NudgeRow): Nudge | null {
  const [, , , , , , , , , , , state, window, claimedAt, shownAt, endedAt, less, until, reason] = row;
  const claim = window !== null && claimedAt !== null ? { window, claimedAt } : null;
  const showing = claim && shownAt !== null ? { ...claim, shownAt } : null;
  const answer = showing && endedAt !== null ? { ...showing, answeredAt: endedAt } : null;
  switch (state) {
    case 'decided':
      return { ...plan, state };
    case 'claimed':
      return claim && { ...plan, ...claim, state };
    case 'shown':
      return showing && { ...plan, ...showing, state };
    case 'acted':
    case 'never':
      return answer && { ...plan, ...answer, state };
    case 'dismissed':
      return answer && { ...plan, ...answer, state, isLess: less === 1 };
    case 'snoozed':
      return answer && { ...plan, ...answer, state, until: until ?? 0 };
    case 'expired':
      return { ...plan, state, expiredAt: endedAt ?? 0, reason: EXPIRY.parse(reason), claim, showing };
    default:
      return null;
  }
}
