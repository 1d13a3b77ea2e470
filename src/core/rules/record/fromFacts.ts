import { TALLY_MS, type Fact, type FactOf, type Tally } from '../../activity/facts.ts';
import type { Span } from '../../activity/span.ts';
import { assertNever } from '../../assertNever.ts';
import type { Session } from '../../focus/session.ts';
import type { Item } from '../../queue/item.ts';
import { BLANK, type Mutable, type Occurrence } from '../streams.ts';
import { fileName, FileNames } from './fileNames.ts';

type RunFact = FactOf<'task'> | FactOf<'terminal'>;
type OtherFact = Exclude<Fact, RunFact>;

/** What a fact is to measures; null: nothing. `projects`: those in which there was any work. */
export function factOccurrence(fact: OtherFact, projects: ReadonlySet<string | null>): Occurrence | null {
  const { at, project, branch } = fact;
  switch (fact.kind) {
    case 'debug':
      return { ...BLANK, of: 'debug', at, project, branch, kind: fact.phase };
    case 'diagnostics': {
      const file = fact.path === null ? null : fileName(project, fact.path);
      const result = fact.errors > 0 ? 'errors' : 'none';
      return { ...BLANK, of: 'diagnostics', at, project, file, result, errors: fact.errors };
    }
    case 'git': {
      // The repository's folder is mostly that of the project; where it is not, the window knows better.
      const inProject = projects.has(fact.repo) ? fact.repo : project;
      return { ...BLANK, of: 'git', at, project: inProject, branch, kind: fact.event };
    }
    case 'queue':
      return { ...BLANK, of: 'item', at, item: fact.item, kind: fact.phase };
    case 'away':
      return { ...BLANK, of: 'away', at, kind: fact.as, ms: Math.max(0, fact.end - fact.start) };
    case 'focus':
    case 'suspend':
      return null;
    default:
      return assertNever(fact);
  }
}

/** A build, a test or another command began or ended. */
export class RunPairs {
  private readonly started = new Map<string, number>();

  occurrence(fact: RunFact): Occurrence {
    const { at, project, branch, phase, exitCode } = fact;
    const kind = fact.kind === 'task' ? fact.group : fact.class;
    const key = `${fact.kind} ${fact.id} ${fact.window}`;
    if (phase === 'start') {
      this.started.set(key, at);
      return { ...BLANK, of: 'runStart', at, project, branch, kind };
    }
    const ms = at - (this.started.get(key) ?? at);
    this.started.delete(key);
    return { ...BLANK, of: 'run', at, project, branch, kind, ms, result: resultOf(exitCode) };
  }
}

/** Of a command that was broken off with Ctrl+C nothing is known. */
const BROKEN_OFF = 130;

function resultOf(exitCode: number | null): string {
  if (exitCode === null || exitCode === BROKEN_OFF) return 'unknown';
  return exitCode === 0 ? 'passed' : 'failed';
}

/** It counts in the five minutes that it is about. */
export function tallyTime({ from }: Tally): number {
  return from + TALLY_MS - 1;
}

export function tallyOccurrence(tally: Tally): Occurrence {
  const { project, branch, path, language, typed, bulk, undo, program, inserted, deleted } = tally;
  const edits = typed + bulk + undo + program;
  const counts = { edits, typed, bulk, undo, program, inserted, deleted };
  const file = fileName(project, path);
  return { ...BLANK, of: 'edit', at: tallyTime(tally), project, branch, file, language, ...counts };
}

/** A typed edit inserts a character, or a pair, or a line break with its indentation. */
const TYPED_BY_AN_EDIT = 2;

/** Makes one object for all spans: there are many. */
export class SpanOccurrences {
  private readonly fileNames = new FileNames();
  private readonly made: Mutable<Occurrence> = { ...BLANK, of: 'span', at: 0 };

  /** To be read before the next one is made. */
  occurrence(span: Span): Occurrence {
    const { made } = this;
    made.at = span.end;
    made.ms = span.end - span.start;
    made.project = span.project;
    made.branch = span.branch;
    made.file = span.doc && this.fileNames.of(span.doc);
    made.language = span.doc?.language ?? null;
    made.activity = span.activity;
    made.edits = span.edits;
    made.inserted = span.inserted;
    made.deleted = span.deleted;
    made.notTyped = Math.max(0, span.inserted - TYPED_BY_AN_EDIT * span.edits);
    return made;
  }
}

export function sessionOccurrence({ startedAt, endedAt, item }: Session, kind: 'start' | 'end'): Occurrence {
  return { ...BLANK, of: 'session', at: kind === 'start' ? startedAt : (endedAt ?? startedAt), kind, item };
}

export function closingOccurrence({ id, state }: Item, at: number): Occurrence {
  return { ...BLANK, of: 'item', at, item: id, kind: state };
}
