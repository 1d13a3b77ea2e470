import * as z from 'zod/mini';
import { ACTIVITIES } from '../activity/span.ts';
import { isDate } from '../queue/plainDate.ts';
import { ROW_KINDS } from './row.ts';

const LONGEST_TEXT = 1000;
const MOST_NAMES = 1000;
/** No calendar goes farther; epoch milliseconds. */
const LAST_TIME = 8.64e15;

const TEXT = z.string().check(z.maxLength(LONGEST_TEXT));
const DATE = z.string().check(z.refine(isDate));
/** null: time without a name. */
const NAMES = z.array(z.nullable(TEXT)).check(z.maxLength(MOST_NAMES));
const TIME = z.int().check(z.minimum(0), z.maximum(LAST_TIME));

/** What a rule counts, by the stream that it is of and what is said in its fields, as `ReadySelector` has them. */
const COUNTED = z.object({
  /** In words: "runs (test, failed)". */
  name: TEXT,
  of: TEXT,
  fields: z
    .array(
      z.object({ field: TEXT, values: z.array(TEXT).check(z.maxLength(MOST_NAMES)), isNot: z.boolean() }),
    )
    .check(z.maxLength(MOST_NAMES)),
});

/** What of the record is looked at; what is absent holds nothing back. It comes back from the page, so it is checked. */
export const RECORD_FILTER = z.object({
  /** The number that it is behind: "Deep". */
  behind: z.optional(TEXT),
  /** ISO dates, both included. */
  from: z.optional(DATE),
  to: z.optional(DATE),
  /** `[start, end)` in epoch milliseconds: what lies in it or overlaps it; of edits, the five minutes that end in it. */
  times: z.optional(z.object({ start: TIME, end: TIME }).check(z.refine(({ start, end }) => start < end))),
  /** All of which must stand somewhere in a row, whatever their case. */
  words: z.optional(TEXT),
  activities: z.optional(z.array(z.enum(ACTIVITIES))),
  projects: z.optional(NAMES),
  branches: z.optional(NAMES),
  languages: z.optional(NAMES),
  /** Items that were in work, as people call them: "A-12". */
  items: z.optional(NAMES),
  /** Only time in deep blocks. */
  isDeep: z.optional(z.boolean()),
  /** Only what holds some of the day's active time. */
  isCounted: z.optional(z.boolean()),
  /** Only corrected spans, deleted ones among them. */
  isCorrected: z.optional(z.boolean()),
  /** Of spans, edits, switches and events only what a rule counts so. */
  countedAs: z.optional(COUNTED),
  /** Absent: spans. */
  kinds: z.optional(z.array(z.enum(ROW_KINDS)).check(z.maxLength(ROW_KINDS.length))),
});
export type RecordFilter = z.output<typeof RECORD_FILTER>;
