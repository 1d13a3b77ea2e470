import fc from 'fast-check';
import { AWAY_KINDS, UNNAMED, type Signal } from '../../src/core/activity/signal.ts';
import * as make from './signals.ts';

// The same logs at every check, so that a landing never hangs on luck; new ones at a developer's desk.
if (process.env['CI']) fc.configureGlobal({ seed: 20261122 });

/** Pauses, in seconds, on both sides of every threshold of the definitions. */
const PAUSES = [
  0, 0, 1, 1, 2, 3, 5, 9, 10, 11, 14, 15, 16, 20, 29, 30, 31, 45, 60, 61, 69, 70, 90, 299, 300, 301, 420,
];
const DOCS = [
  make.doc('a.ts'),
  make.doc('b.md', 'shop', 'markdown'),
  make.doc('a.ts', 'blog'),
  make.doc('x', null),
];

const windows = fc.constantFrom('w1', 'w1', 'w2', 'w3');
const docs = fc.constantFrom(...DOCS);
const branches = fc.constantFrom('main', 'main', 'next', null);
const phases = fc.constantFrom('start' as const, 'end' as const);

type Maker = (at: number) => Signal;

const makers: fc.Arbitrary<Maker> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        window: windows,
        doc: docs,
        branch: branches,
        origin: fc.constantFrom(
          'typed' as const,
          'typed' as const,
          'bulk' as const,
          'program' as const,
          'undo' as const,
        ),
      })
      .map(made => (at: number) => make.edit(at, made)),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({ window: windows, doc: docs, branch: branches, view: fc.constantFrom(null, null, 'diff') })
      .map(made => (at: number) => make.read(at, made)),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ window: windows, doc: docs, branch: branches })
      .map(made => (at: number) => make.save(at, made)),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ window: windows, doc: fc.option(docs), branch: branches })
      .map(made => (at: number) => make.open(at, made)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(windows, fc.boolean()).map(
      ([window, focused]) =>
        (at: number) =>
          make.focus(at, focused, { window }),
    ),
  },
  { weight: 4, arbitrary: windows.map(window => (at: number) => make.tick(at, { window })) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        window: windows,
        phase: phases,
        group: fc.constantFrom('build' as const, 'test' as const, 'other' as const),
        background: fc.constantFrom(false, false, false, true),
        id: fc.constantFrom('t1', 't1', 't2'),
      })
      .map(
        ({ phase, ...made }) =>
          (at: number) =>
            make.task(at, phase, made),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        window: windows,
        phase: phases,
        class: fc.constantFrom('build' as const, 'test' as const, 'git' as const, 'run' as const),
        id: fc.constantFrom('c1', 'c2'),
      })
      .map(
        ({ phase, ...made }) =>
          (at: number) =>
            make.terminal(at, phase, made),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(windows, fc.constantFrom('start' as const, 'stop' as const), fc.constantFrom('d1', 'd2'))
      .map(
        ([window, phase, id]) =>
          (at: number) =>
            make.debug(at, phase, { window, id }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('one', 'two'), fc.constantFrom('start' as const, 'stop' as const))
      .map(
        ([item, phase]) =>
          (at: number) =>
            make.queue(at, item, phase),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...AWAY_KINDS, UNNAMED),
      )
      .map(([back, length, as]) => (at: number) => {
        const start = at - back * 1000;
        return make.away(at, start, start + length * 1000, as);
      }),
  },
  {
    weight: 1,
    arbitrary: windows.map(
      window => (at: number) => make.git(at, { window, event: 'checkout', branch: 'next' }),
    ),
  },
);

/** Logs of up to `maxLength` signals in order of time, whole seconds, around a UTC midnight. */
export function signalLogs(maxLength = 60): fc.Arbitrary<Signal[]> {
  const midnight = Date.parse('2026-03-02T00:00:00Z');
  const start = fc.integer({ min: -2400, max: 10 });
  const steps = fc.array(fc.tuple(fc.constantFrom(...PAUSES), makers), {
    minLength: 0,
    maxLength,
    size: 'max',
  });
  return fc.tuple(start, steps).map(([from, list]) => {
    let at = midnight + from * 1000;
    return list.map(([pause, maker]) => {
      at += pause * 1000;
      return maker(at);
    });
  });
}
