import * as z from 'zod/mini';
import {
  AWAY_KINDS,
  COMMAND_CLASSES,
  EDIT_ORIGINS,
  GIT_EVENTS,
  TASK_GROUPS,
  type Signal,
} from '../core/activity/signal.ts';

/**
 * A signal log: JSON lines, one signal each. Every field of a kind is required, except that exit codes, `view`, and the `doc` and
 * `branch` that any signal may carry can be missing or null; unknown fields are ignored.
 */

/** What `Date` and calendars can express, with a year to spare on both sides. */
const LATEST = 8.64e15 - 366 * 86_400_000;
const time = z.int().check(z.minimum(-LATEST), z.maximum(LATEST));
const count = z.int().check(z.minimum(0));
const optional = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);

const doc = z.object({ project: z.nullable(z.string()), path: z.string(), language: z.string() });
const anywhere = { at: time, window: z.string(), doc: optional(doc), branch: optional(z.string()) };
const onDoc = { ...anywhere, doc };
const view = optional(z.string());
const phase = z.enum(['start', 'end']);
const exitCode = optional(z.number());
/** Some tools number what others name. */
const id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

const SIGNAL = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('edit'),
    ...onDoc,
    inserted: count,
    deleted: count,
    origin: z.enum(EDIT_ORIGINS),
  }),
  z.object({ kind: z.literal('read'), ...onDoc, view }),
  z.object({ kind: z.literal('save'), ...onDoc, view }),
  z.object({ kind: z.literal('open'), ...anywhere, doc: z.nullable(doc), view }),
  z.object({ kind: z.literal('focus'), ...anywhere, focused: z.boolean(), active: z.boolean() }),
  z.object({
    kind: z.literal('task'),
    ...anywhere,
    name: z.string(),
    group: z.enum(TASK_GROUPS),
    background: z.boolean(),
    phase,
    exitCode,
    id,
  }),
  z.object({
    kind: z.literal('terminal'),
    ...anywhere,
    class: z.enum(COMMAND_CLASSES),
    phase,
    exitCode,
    id,
  }),
  z.object({ kind: z.literal('debug'), ...anywhere, phase: z.enum(['start', 'stop']), id }),
  z.object({ kind: z.literal('diagnostics'), ...onDoc, errors: count }),
  z.object({
    kind: z.literal('git'),
    ...anywhere,
    event: z.enum(GIT_EVENTS),
    repo: z.string(),
    branch: z.nullable(z.string()),
    hash: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('queue'), ...anywhere, item: id, phase: z.enum(['start', 'stop']) }),
  z.object({ kind: z.literal('away'), ...anywhere, start: time, end: time, as: z.enum(AWAY_KINDS) }),
  z.object({ kind: z.literal('tick'), ...anywhere }),
]) satisfies z.ZodMiniType<Signal>;

/** Longer named times are taken for a slip of the unit. */
const LONGEST_AWAY_MS = 366 * 86_400_000;

/** One line of a log; null where it is no signal. */
export function parseSignal(line: string): Signal | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = SIGNAL.safeParse(json);
  if (!parsed.success) return null;
  const signal = parsed.data;
  return signal.kind === 'away' && signal.end - signal.start > LONGEST_AWAY_MS ? null : signal;
}

export interface SignalLog {
  /** In order of time; signals of the same time in the order of their lines. */
  readonly signals: Signal[];
  /** Lines that were no signals. */
  readonly rejected: number;
}

/** Reads a whole log. Blank lines are skipped; a line that is out of order is taken in its place. */
export function readSignalLog(lines: Iterable<string>): SignalLog {
  const signals: Signal[] = [];
  let rejected = 0;
  let isSorted = true;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const signal = parseSignal(line);
    if (!signal) {
      rejected++;
      continue;
    }
    isSorted &&= signal.at >= (signals.at(-1)?.at ?? -Infinity);
    signals.push(signal);
  }
  if (!isSorted) signals.sort((a, b) => a.at - b.at);
  return { signals, rejected };
}
