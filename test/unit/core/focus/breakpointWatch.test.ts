import assert from 'node:assert/strict';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { BreakpointWatch, type Breakpoint } from '../../../../src/core/focus/breakpointWatch.ts';
import { debug, edit, git, read, save, task, terminal } from '../../../support/signals.ts';

const NINE = Date.UTC(2026, 10, 23, 9);
const SECOND = 1_000;
const MINUTE = 60_000;
const IDLE_MS = 5 * MINUTE;

/** Breakpoints as `kind` and seconds after nine; people are behind edits, reads and saves. */
function breakpoints(signals: Signal[], until = NINE, carriedAt: number | null = null): [string, number][] {
  const found: Breakpoint[] = [];
  const watch = new BreakpointWatch(
    () => IDLE_MS,
    breakpoint => found.push(breakpoint),
    carriedAt,
  );
  for (const signal of signals) watch.take(signal, isByPerson(signal));
  watch.reach(until);
  return found.map(({ kind, at }) => [kind, (at - NINE) / SECOND]);
}

function isByPerson(signal: Signal): boolean {
  return signal.kind === 'edit' ? signal.origin !== 'program' : ['read', 'save'].includes(signal.kind);
}

describe('a breakpoint', () => {
  it('is a commit, and no checkout', () => {
    assert.deepEqual(breakpoints([git(NINE), git(NINE + SECOND, { event: 'checkout' })]), [['commit', 0]]);
  });

  it('is a test run that passed, in a task or a terminal', () => {
    const passed = [task(NINE, 'end', { group: 'test' }), terminal(NINE + SECOND, 'end')];
    assert.deepEqual(breakpoints(passed), [
      ['testsPassed', 0],
      ['testsPassed', 1],
    ]);
  });

  it('is no test run that failed, began, or watches in the background, and no build', () => {
    const others = [
      task(NINE, 'end', { group: 'test', exitCode: 1 }),
      task(NINE, 'end', { group: 'test', exitCode: null }),
      task(NINE, 'start', { group: 'test' }),
      task(NINE, 'end', { group: 'test', background: true }),
      task(NINE, 'end', { group: 'build' }),
      terminal(NINE, 'end', { class: 'run' }),
    ];
    assert.deepEqual(breakpoints(others), []);
  });

  it('is the end of the last debug session of those that run together', () => {
    const both = [
      debug(NINE, 'start', { id: 'server' }),
      debug(NINE, 'start', { id: 'client' }),
      debug(NINE + SECOND, 'stop', { id: 'client' }),
      debug(NINE + 2 * SECOND, 'stop', { id: 'server' }),
    ];
    assert.deepEqual(breakpoints(both), [['debugEnded', 2]]);
  });

  it('is a save that is followed by 10 s without an edit', () => {
    assert.deepEqual(breakpoints([save(NINE)], NINE + 10 * SECOND - 1), []);
    assert.deepEqual(breakpoints([save(NINE)], NINE + 10 * SECOND), [['saved', 10]]);
    assert.deepEqual(breakpoints([save(NINE), read(NINE + 9 * SECOND)], NINE + MINUTE), [['saved', 10]]);
    assert.deepEqual(breakpoints([save(NINE), edit(NINE + 11 * SECOND)]), [['saved', 10]]);
  });

  it('is no save after which one goes on, in any window', () => {
    const goesOn = edit(NINE + 9 * SECOND, { window: 'w2' });
    assert.deepEqual(breakpoints([save(NINE), goesOn], NINE + MINUTE), []);
    const formatter = edit(NINE + SECOND, { origin: 'program' });
    assert.deepEqual(breakpoints([save(NINE), formatter], NINE + MINUTE), [['saved', 10]]);
  });

  it('is the return after a pause that the idle rule does not take for thinking', () => {
    assert.deepEqual(breakpoints([read(NINE), read(NINE + IDLE_MS)]), []);
    assert.deepEqual(breakpoints([read(NINE), read(NINE + IDLE_MS + 1)]), [['returned', 300.001]]);
  });

  it('is no first sign of a person, unless the record knows of one before', () => {
    assert.deepEqual(breakpoints([read(NINE)]), []);
    assert.deepEqual(breakpoints([read(NINE)], NINE, NINE - 6 * MINUTE), [['returned', 0]]);
  });

  it('says when a save will be one', () => {
    const watch = new BreakpointWatch(
      () => IDLE_MS,
      () => undefined,
    );
    assert.equal(watch.settlesAt, null);
    watch.take(save(NINE), true);
    assert.equal(watch.settlesAt, NINE + 10 * SECOND);
    watch.take(edit(NINE + SECOND), true);
    assert.equal(watch.settlesAt, null);
  });
});
