import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pausesOf, timesToName } from '../../../../src/core/idle/pause.ts';
import { active, at, MINUTE, named } from './builders.ts';

const minutesOf = (intervals: readonly { start: number; end: number }[]) =>
  intervals.map(({ start, end }) => (end - start) / MINUTE);

describe('the pauses of a day', () => {
  it('lie between active stretches, never before the first or after the last', () => {
    const pieces = [
      named('7:00', '8:00'),
      active('8:00', '9:00'),
      active('9:20', '10:00'),
      named('10:00', '11:00'),
    ];
    assert.deepEqual(pausesOf(pieces), [
      {
        start: at('9:00'),
        end: at('9:20'),
        pieces: [{ start: at('9:00'), end: at('9:20'), as: null }],
      },
    ]);
  });

  it('hold what was named in them, and what was not', () => {
    const pieces = [
      active('8:00', '9:00'),
      named('9:10', '9:20'),
      named('9:20', '9:30', 'meeting'),
      active('9:40', '10:00'),
    ];
    const [pause] = pausesOf(pieces);
    assert.deepEqual(
      pause?.pieces.map(({ as }) => as),
      [null, 'break', 'meeting', null],
    );
    assert.deepEqual(minutesOf(pause.pieces), [10, 10, 10, 10]);
  });

  it('end with the first sign of a person, though it has no length yet', () => {
    const pieces = [active('8:00', '9:00')];
    assert.deepEqual(pausesOf(pieces), []);
    assert.deepEqual(minutesOf(pausesOf(pieces, at('9:23'))), [23]);
    assert.deepEqual(minutesOf(pausesOf([...pieces, named('9:00', '9:30')], at('9:23'))[0]!.pieces), [23]);
  });

  it('are with the active time all of the time between its ends', () => {
    const lengths = fc.array(fc.tuple(fc.nat(90), fc.nat(90), fc.constantFrom('active', 'named')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lengths, steps => {
        let time = at('0:00');
        const pieces = steps.map(([gap, length, kind]) => {
          const start = (time += gap * MINUTE);
          const end = (time += (length + 1) * MINUTE);
          return { ...(kind === 'active' ? active('0:00', '0:00') : named('0:00', '0:00')), start, end };
        });
        const work = pieces.filter(({ as }) => as === null);
        const sum = (list: readonly { start: number; end: number }[]) =>
          minutesOf(list).reduce((a, b) => a + b, 0);
        const frame = work.length === 0 ? 0 : (work.at(-1)!.end - work[0]!.start) / MINUTE;
        const pauses = pausesOf(pieces);
        assert.equal(sum(work) + sum(pauses), frame);
        for (const pause of pauses) assert.equal(sum(pause.pieces), sum([pause]));
      }),
    );
  });
});

describe('the times that can be named', () => {
  it('are idle time of pauses longer than the idle rule, and whatever was named', () => {
    const pieces = [
      active('8:00', '9:00'),
      active('9:04', '10:00'),
      named('10:10', '10:20'),
      active('10:30', '11:00'),
      named('11:00', '11:30', 'meeting'),
    ];
    assert.deepEqual(
      timesToName(pieces, 5 * MINUTE).map(({ start, as }) => [start, as]),
      [
        [at('10:00'), null],
        [at('10:10'), 'break'],
        [at('10:20'), null],
        [at('11:00'), 'meeting'],
      ],
    );
  });
});
