import * as z from 'zod/mini';
import type { FactDetail } from '../core/activity/facts.ts';
import { COMMAND_CLASSES, GIT_EVENTS, TASK_GROUPS } from '../core/activity/signal.ts';

/** Kinds of facts that are rows of `event`; the other two are ranges and have tables of their own. */
export type EventKind = Exclude<FactDetail['kind'], 'away' | 'suspend'>;
export type EventDetail = Extract<FactDetail, { kind: EventKind }>;

const STARTED = z.enum(['start', 'end']);
const EXIT_CODE = z.nullable(z.number());

/** What `event.detail` holds, by kind. Checked on reading: the file is the user's, and other tools may write into it. */
const DETAILS: { readonly [K in EventKind]: z.ZodMiniType<Omit<Extract<EventDetail, { kind: K }>, 'kind'>> } =
  {
    focus: z.object({ focused: z.boolean(), active: z.boolean() }),
    task: z.object({
      group: z.enum(TASK_GROUPS),
      background: z.boolean(),
      phase: STARTED,
      exitCode: EXIT_CODE,
      id: z.string(),
    }),
    terminal: z.object({
      class: z.enum(COMMAND_CLASSES),
      phase: STARTED,
      exitCode: EXIT_CODE,
      id: z.string(),
    }),
    debug: z.object({ phase: z.enum(['start', 'stop']), id: z.string() }),
    diagnostics: z.object({ errors: z.number() }),
    git: z.object({ event: z.enum(GIT_EVENTS), repo: z.string(), hash: z.nullable(z.string()) }),
    queue: z.object({ item: z.string(), phase: z.enum(['start', 'stop']) }),
  };

/** The JSON of a detail: its own fields in the order of `DETAILS`, so that equal details have equal text. */
export function printDetail(detail: EventDetail): string {
  return JSON.stringify(ownFields(detail));
}

function ownFields(detail: EventDetail): Readonly<Record<string, unknown>> {
  switch (detail.kind) {
    case 'focus':
      return { focused: detail.focused, active: detail.active };
    case 'task': {
      const { group, background, phase, exitCode, id } = detail;
      return { group, background, phase, exitCode, id };
    }
    case 'terminal':
      return { class: detail.class, phase: detail.phase, exitCode: detail.exitCode, id: detail.id };
    case 'debug':
      return { phase: detail.phase, id: detail.id };
    case 'diagnostics':
      return { errors: detail.errors };
    case 'git':
      return { event: detail.event, repo: detail.repo, hash: detail.hash };
    case 'queue':
      return { item: detail.item, phase: detail.phase };
  }
}

/** undefined for a kind or a detail that cannot be understood. */
export function parseDetail(kind: string, json: string): EventDetail | undefined {
  if (!isEventKind(kind)) return undefined;
  try {
    // The pair of kind and schema is kept together by the type of DETAILS.
    return { kind, ...DETAILS[kind].parse(JSON.parse(json)) } as EventDetail;
  } catch {
    return undefined;
  }
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(DETAILS, kind);
}
