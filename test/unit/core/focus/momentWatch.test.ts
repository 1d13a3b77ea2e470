import assert from 'node:assert/strict';
import type { Breakpoint } from '../../../../src/core/focus/breakpointWatch.ts';
import { MomentWatch } from '../../../../src/core/focus/momentWatch.ts';
import type { Signal } from '../../../../src/core/activity/signal.ts';
import { doc, edit, focus, git, queue } from '../../../support/signals.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const NINE = Date.UTC(2026, 10, 23, 9);

function momentsIn(signals: Signal[], carriedAt: number | null = null): [string, number][] {
  const found: Breakpoint[] = [];
  const watch = new MomentWatch(
    () => 5 * MINUTE,
    each => found.push(each),
    carriedAt,
  );
  for (const signal of signals) watch.take(signal);
  return found.map(({ kind, at }) => [kind, (at - NINE) / SECOND]);
}

/** Typing in a project, every five seconds. */
function typing(project: string, from: number, seconds: number): Signal[] {
  const signals: Signal[] = [];
  for (let s = 0; s <= seconds; s += 5)
    signals.push(edit(NINE + (from + s) * SECOND, { doc: doc('src/a.ts', project) }));
  return signals;
}

describe('MomentWatch', () => {
  it('tells a switch once it is no detour', () => {
    assert.deepEqual(momentsIn([...typing('shop', 0, 60), ...typing('tools', 70, 30)]), [['switched', 80]]);
  });

  it('takes a look elsewhere for no switch', () => {
    const detour = [...typing('shop', 0, 60), ...typing('tools', 65, 5), ...typing('shop', 75, 60)];
    assert.deepEqual(momentsIn(detour), []);
  });

  it('tells a switch of items', () => {
    const change = queue(NINE + 61 * SECOND, 'T-2');
    assert.deepEqual(momentsIn([...typing('shop', 0, 60), change, ...typing('shop', 65, 20)]), [
      ['switched', 75],
    ]);
  });

  it('takes a change over idle time for a return, and for no switch', () => {
    assert.deepEqual(momentsIn([...typing('shop', 0, 60), ...typing('tools', 600, 60)]), [['returned', 600]]);
  });

  it('tells a commit in a window without focus, and no presence there', () => {
    const away = focus(NINE, false);
    assert.deepEqual(
      momentsIn([away, ...typing('shop', 0, 5), git(NINE + 10 * SECOND)], NINE - 10 * MINUTE),
      [['commit', 10]],
    );
  });
});
