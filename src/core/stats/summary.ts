import type { EditOrigin } from '../activity/signal.ts';
import type { Day } from './day.ts';
import {
  activeBy,
  activityOf,
  deepBlocks,
  fragmentation,
  languageOf,
  projectOf,
  UNASSIGNED,
} from './measures.ts';

/** A day as `replay` prints it. Lengths in milliseconds, instants in epoch milliseconds; see the design, section 4. */
export interface DaySummary {
  readonly date: string;
  readonly activeMs: number;
  readonly idleMs: number;
  readonly byActivity: Readonly<Record<string, number>>;
  readonly byProject: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly deepBlocks: readonly { readonly start: number; readonly end: number; readonly project: string }[];
  readonly awayMs: number;
  readonly waitingMs: number;
  readonly switches: number;
  readonly fragmentation: number | null;
  readonly edits: Readonly<Record<EditOrigin, number>>;
}

export function summarizeDay(day: Day, deepBlockMs: number): DaySummary {
  return {
    date: day.date,
    activeMs: day.activeMs,
    idleMs: day.idleMs,
    byActivity: Object.fromEntries(activeBy(day.pieces, activityOf)),
    byProject: Object.fromEntries(activeBy(day.pieces, projectOf)),
    byLanguage: Object.fromEntries(activeBy(day.pieces, languageOf)),
    deepBlocks: deepBlocks(day.blocks, deepBlockMs).map(({ start, end, project }) => ({
      start,
      end,
      project: project ?? UNASSIGNED,
    })),
    awayMs: day.awayMs,
    waitingMs: day.waitingMs,
    switches: day.switches,
    fragmentation: fragmentation(day),
    edits: day.edits,
  };
}
