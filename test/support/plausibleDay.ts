import type { Doc, Signal } from '../../src/core/activity/signal.ts';
import * as make from './signals.ts';

/** A stretch of a day: from and to in hours after midnight, and what was done. */
type Stretch = readonly [from: number, to: number, what: What, doc: Doc];
type What = 'code' | 'read' | 'review' | 'debug' | 'test';

const doc = (project: string, path: string, language: string): Doc => ({ project, path, language });
const IDLE_RULE = doc('andon', 'src/core/activity/timeline.ts', 'typescript');
const IDLE_TEST = doc('andon', 'test/unit/timeline.test.ts', 'typescript');
const DESIGN = doc('andon', 'docs/design.md', 'markdown');
const API = doc('billing-api', 'internal/invoice.go', 'go');
const STYLE = doc('website', 'src/theme.css', 'css');

const DAY: readonly Stretch[] = [
  [8.1, 8.35, 'read', DESIGN],
  [8.35, 9.4, 'code', IDLE_RULE],
  [9.4, 9.46, 'test', IDLE_RULE],
  [9.47, 9.75, 'code', IDLE_TEST],
  [9.8, 10.05, 'review', API],
  [10.9, 11.5, 'code', IDLE_RULE],
  [11.5, 11.8, 'debug', IDLE_RULE],
  [11.8, 12.2, 'code', IDLE_RULE],
  [13.2, 13.45, 'read', API],
  [13.45, 13.8, 'code', API],
  [13.85, 14.0, 'code', STYLE],
  [14.05, 14.3, 'review', API],
  [14.4, 15.2, 'code', IDLE_RULE],
];

const HOUR = 3_600_000;
const STEP = 15_000;

/** A working day as a log: code, tests, a review, a meeting, a named break. `midnight` in epoch milliseconds. */
export function plausibleDay(midnight: number): Signal[] {
  const signals = DAY.flatMap(([from, to, what, where]) =>
    stretch(midnight + from * HOUR, midnight + to * HOUR, what, where),
  );
  signals.push(
    make.away(midnight + 10.9 * HOUR, midnight + 10.1 * HOUR, midnight + 10.85 * HOUR, 'meeting'),
    make.away(midnight + 13.2 * HOUR, midnight + 12.2 * HOUR, midnight + 13.1 * HOUR, 'break'),
  );
  return signals.sort((a, b) => a.at - b.at);
}

function stretch(from: number, to: number, what: What, where: Doc): Signal[] {
  const signals: Signal[] = [];
  const made = { doc: where, branch: 'idle-rule' };
  if (what === 'debug') signals.push(make.debug(from, 'start', made));
  if (what === 'test') signals.push(make.task(from, 'start', { ...made, group: 'test' }));
  // Whoever waits for tests does nothing.
  for (let at = Math.round(from), i = 0; at <= to && what !== 'test'; at += STEP, i++) {
    if (what === 'code')
      signals.push(make.edit(at, { ...made, inserted: 4, origin: i % 9 === 0 ? 'bulk' : 'typed' }));
    else signals.push(make.read(at, { ...made, view: what === 'review' ? 'diff' : null }));
  }
  if (what === 'test') signals.push(make.task(Math.round(to), 'end', { ...made, group: 'test' }));
  if (what === 'debug') signals.push(make.debug(Math.round(to), 'stop', made));
  return signals;
}
