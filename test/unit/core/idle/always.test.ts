import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AWAY_KINDS } from '../../../../src/core/activity/signal.ts';
import { likeText, nameByRule, ruleLike, ruleText, withRule } from '../../../../src/core/idle/always.ts';
import { SETTINGS } from '../../../../src/core/settings.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { at, MINUTE } from './builders.ts';

const CLOCK = clockText('UTC');
const LUNCH = { from: '12:00', to: '14:00', minMinutes: 20, maxMinutes: 60, as: 'break' } as const;
const pause = (time: string, minutes: number) => ({ start: at(time), end: at(time) + minutes * MINUTE });

describe('a pause that names itself', () => {
  const name = (time: string, minutes: number, rules: Parameters<typeof nameByRule>[0] = [LUNCH]) =>
    nameByRule(rules, pause(time, minutes), CLOCK);

  it('begins between the two times of day', () => {
    assert.equal(name('11:59', 30), null);
    assert.equal(name('12:00', 30), 'break');
    assert.equal(name('13:59', 30), 'break');
    assert.equal(name('14:00', 30), null);
  });

  it('is as long as the rule says, both ends included', () => {
    assert.equal(name('12:30', 19.9), null);
    assert.equal(name('12:30', 20), 'break');
    assert.equal(name('12:30', 60), 'break');
    assert.equal(name('12:30', 60.1), null);
  });

  it('may begin around midnight', () => {
    const rules = [{ ...LUNCH, from: '23:30', to: '00:30' }];
    assert.equal(name('23:40', 30, rules), 'break');
    assert.equal(name('0:20', 30, rules), 'break');
    assert.equal(name('0:30', 30, rules), null);
    assert.equal(name('12:30', 30, rules), null);
  });

  it('takes the first name of several', () => {
    assert.equal(name('12:30', 30, [{ ...LUNCH, as: 'meeting' }, LUNCH]), 'meeting');
  });

  it('has its times of day where one is', () => {
    assert.equal(nameByRule([LUNCH], pause('11:30', 30), clockText('Europe/Berlin')), 'break');
  });
});

describe('pauses like this', () => {
  it('begin at most about an hour sooner or later, and are half to one and a half times as long', () => {
    assert.equal(
      ruleText(ruleLike(pause('13:00', 40), 'break', CLOCK)),
      'Pauses of 20 to 60 min that begin between 12:00 and 14:00 are breaks.',
    );
    assert.equal(
      ruleText(ruleLike(pause('9:50', 7), 'discard', CLOCK)),
      'Pauses of up to 15 min that begin between 9:00 and 11:00 are discarded.',
    );
    assert.equal(
      likeText(ruleLike(pause('0:10', 25), 'break', CLOCK)),
      'Pauses of 10 to 40 min that begin between 23:00 and 1:00',
    );
  });

  it('include the pause itself, and can be kept as the setting they are', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const length = fc.double({ min: 0.5, max: 240, noNaN: true });
    fc.assert(
      fc.property(minute, length, fc.constantFrom(...AWAY_KINDS), (begun, minutes, as) => {
        const start = at('0:00') + begun * MINUTE;
        const itself = { start, end: start + Math.round(minutes * MINUTE) };
        const rule = ruleLike(itself, as, CLOCK);
        assert.equal(nameByRule([rule], itself, CLOCK), as);
        assert.ok(SETTINGS['idle.always'].schema.safeParse([rule]).success);
      }),
    );
  });

  it('are named as was said last', () => {
    const first = ruleLike(pause('13:00', 40), 'break', CLOCK);
    const wider = ruleLike(pause('13:00', 60), 'meeting', CLOCK);
    assert.equal(nameByRule(withRule([first], wider), pause('13:00', 40), CLOCK), 'meeting');
    const again = { ...first, as: 'reading' } as const;
    assert.deepEqual(withRule([wider, first], again), [again, wider]);
  });
});
