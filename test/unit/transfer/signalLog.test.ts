import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UNNAMED } from '../../../src/core/activity/signal.ts';
import { parseSignal, readSignalLog } from '../../../src/transfer/signalLog.ts';
import { signalLogs } from '../../support/signalArbitrary.ts';

const at = 1_772_409_590_000;
const doc = { project: 'p', path: 'src/a.ts', language: 'typescript' };
const edit = {
  at,
  window: 'w1',
  kind: 'edit',
  doc,
  branch: 'main',
  inserted: 1,
  deleted: 0,
  origin: 'typed',
};

/** One sound line of each kind. */
const SOUND: readonly Readonly<Record<string, unknown>>[] = [
  edit,
  { at, window: 'w1', kind: 'read', doc },
  { at, window: 'w1', kind: 'save', doc },
  { at, window: 'w1', kind: 'open', doc: null },
  { at, window: 'w1', kind: 'focus', focused: true, active: false },
  {
    at,
    window: 'w1',
    kind: 'task',
    name: 'build',
    group: 'build',
    background: false,
    phase: 'start',
    id: 't',
  },
  { at, window: 'w1', kind: 'terminal', class: 'test', phase: 'end', exitCode: 1, id: 'c' },
  { at, window: 'w1', kind: 'debug', phase: 'start', id: 'd' },
  { at, window: 'w1', kind: 'diagnostics', doc, errors: 3 },
  { at, window: 'w1', kind: 'git', event: 'commit', repo: 'p', branch: 'main', hash: 'abc' },
  { at, window: 'w1', kind: 'queue', item: 'one', phase: 'start' },
  { at, window: 'w1', kind: 'away', start: at - 10, end: at, as: 'break' },
  { at, window: 'w1', kind: 'tick' },
];
/** Fields that any signal may carry, or that are not always known. */
const OPTIONAL = new Set(['branch of edit']);

describe('parseSignal', () => {
  for (const signal of SOUND) {
    const kind = String(signal['kind']);
    it(`reads ${kind}`, () => {
      assert.equal(parseSignal(JSON.stringify(signal))?.kind, kind);
    });

    for (const field of Object.keys(signal)) {
      const { [field]: _, ...without } = signal;
      const isOptional = OPTIONAL.has(`${field} of ${kind}`) || field === 'exitCode';
      it(`${isOptional ? 'does without' : 'rejects'} ${kind} without ${field}`, () => {
        assert.equal(parseSignal(JSON.stringify(without)) === null, !isOptional);
      });
      it(`rejects ${kind} with a ${field} of a wrong type`, () => {
        assert.equal(parseSignal(JSON.stringify({ ...signal, [field]: { wrong: true } })), null);
      });
    }
  }

  it('ignores fields that it does not know', () => {
    assert.deepEqual(
      parseSignal(JSON.stringify({ ...edit, mood: 'fine' })),
      parseSignal(JSON.stringify(edit)),
    );
  });

  it('lets any signal carry a document and a branch', () => {
    const signal = parseSignal(JSON.stringify({ at, window: 'w1', kind: 'tick', doc, branch: 'next' }));
    assert.deepEqual([signal?.doc, signal?.branch], [doc, 'next']);
  });

  it('rejects what is no JSON, no object, or of an unknown kind', () => {
    for (const line of ['nope', '{', '[]', 'null', '1', JSON.stringify({ ...edit, kind: 'sing' })]) {
      assert.equal(parseSignal(line), null);
    }
  });

  it('rejects times that no calendar holds', () => {
    for (const time of [1.5, 1e300, -1e300])
      assert.equal(parseSignal(JSON.stringify({ ...edit, at: time })), null);
  });
});

describe('readSignalLog', () => {
  it('skips blank lines and counts malformed ones', () => {
    const { signals, rejected } = readSignalLog([JSON.stringify(edit), '', '  \r', 'nope', '{"at":1}']);
    assert.deepEqual([signals.length, rejected], [1, 2]);
  });

  it('takes a line that is out of order in its place, and equal times as they stand', () => {
    const lines = [3, 1, 2, 1].map((time, i) => JSON.stringify({ ...edit, at: time, window: `w${i}` }));
    assert.deepEqual(
      readSignalLog(lines).signals.map(signal => signal.window),
      ['w1', 'w3', 'w2', 'w0'],
    );
  });

  it('reads back what was written', () => {
    // A log has no word for taking a name back.
    const logs = signalLogs(20).map(signals => signals.filter(s => s.kind !== 'away' || s.as !== UNNAMED));
    fc.assert(
      fc.property(logs, signals => {
        assert.deepEqual(readSignalLog(signals.map(signal => JSON.stringify(signal))), {
          signals,
          rejected: 0,
        });
      }),
    );
  });

  it('survives any line', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json())), lines => {
        const { signals, rejected } = readSignalLog(lines);
        assert.equal(signals.length + rejected, lines.filter(line => line.trim() !== '').length);
      }),
    );
  });
});
