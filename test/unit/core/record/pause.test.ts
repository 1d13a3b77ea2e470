import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoneCalendar } from '../../../../src/core/activity/calendar.ts';
import {
  isOver,
  LONGEST_PAUSE,
  pauseEnd,
  pauseFromText,
  pauseToText,
} from '../../../../src/core/record/pause.ts';
import { readPauseMinutes } from '../../../../src/core/record/pauseMinutes.ts';
import { untilText } from '../../../../src/core/record/pauseText.ts';
import { clockText } from '../../../../src/core/text/clock.ts';

const ZONE = 'Europe/Berlin';
const calendar = zoneCalendar(ZONE);
const at = (text: string) => Date.parse(text);

describe('a pause', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.option(fc.maxSafeNat()), until => {
        assert.deepEqual(pauseFromText(pauseToText({ until })), { until });
      }),
    );
  });

  it('is endless where what stands in the record cannot be understood', () => {
    assert.deepEqual(pauseFromText(''), { until: null });
    assert.deepEqual(pauseFromText('tomorrow'), { until: null });
    assert.equal(pauseFromText(null), null);
  });

  it('is over at its end, and never without one', () => {
    assert.equal(isOver({ until: 1000 }, 999), false);
    assert.equal(isOver({ until: 1000 }, 1000), true);
    assert.equal(isOver({ until: null }, Number.MAX_SAFE_INTEGER), false);
  });

  it('until tomorrow ends at midnight, also where clocks change', () => {
    const before = at('2026-03-28T23:30:00Z');
    assert.equal(pauseEnd('tomorrow', before, calendar), at('2026-03-29T22:00:00Z'));
    assert.equal(pauseEnd(15, before, calendar), before + 900_000);
    assert.equal(pauseEnd('open', before, calendar), null);
  });
});

describe('how long a pause is, in words', () => {
  const now = at('2026-11-23T14:10:00+01:00');
  const until = (text: string) => untilText(at(text), now, calendar, clockText(ZONE));

  it('names the time today, and the day where it is another', () => {
    assert.equal(until('2026-11-23T15:40:00+01:00'), 'until 15:40');
    assert.equal(until('2026-11-24T00:00:00+01:00'), 'until tomorrow');
    assert.equal(until('2026-11-24T09:05:00+01:00'), 'until tomorrow, 9:05');
    assert.equal(until('2026-11-26T00:00:00+01:00'), 'until Thu 26 Nov, 0:00');
  });

  it('is read as people write it', () => {
    const texts = ['45', ' 45m ', '90min', '2h', '1h30', '1.5h'];
    assert.deepEqual(texts.map(readPauseMinutes), [45, 45, 90, 120, 90, 90]);
  });

  it('is nothing else, not of no length, and not longer than a week', () => {
    for (const text of ['', '0', '-5', '1d', 'soon', '15 minutes', String(LONGEST_PAUSE + 1)]) {
      assert.equal(readPauseMinutes(text), null, text);
    }
    assert.equal(readPauseMinutes(String(LONGEST_PAUSE)), LONGEST_PAUSE);
  });
});
