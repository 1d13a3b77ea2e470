import { isSameCorrection, type Correction, type SpanKey } from './correction.ts';

/** A span's correction as it was and as it is. */
export interface CorrectionChange {
  readonly key: SpanKey;
  readonly before: Correction;
  readonly after: Correction;
}

/** Corrections that were made at once, and what that is called: "Delete 3 spans". */
export interface CorrectionStep {
  readonly changes: readonly CorrectionChange[];
  readonly label: string;
}

/** Says what a span's correction is to be when a step is taken back: what has been said of it since holds. */
export function takeBack({ changes }: CorrectionStep): (now: Correction, key: SpanKey) => Correction {
  const byId = new Map(changes.map(change => [change.key.id, change]));
  return (now, { id }) => {
    const change = byId.get(id);
    return change && isSameCorrection(now, change.after) ? change.before : now;
  };
}
