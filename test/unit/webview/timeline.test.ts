import assert from 'node:assert/strict';
import { zoneCalendar } from '../../../src/core/activity/calendar.ts';
import type { PieceView, SessionStretch } from '../../../src/core/messages/today.ts';
import { clockText } from '../../../src/core/text/clock.ts';
import { fitText } from '../../../src/webview/timeline/fitText.ts';
import { hourTicks } from '../../../src/webview/timeline/hourTicks.ts';
import { visibleRange } from '../../../src/webview/timeline/visibleRange.ts';

const HOUR = 3_600_000;
const day = zoneCalendar('UTC').dayAt(Date.UTC(2026, 10, 22));
const at = (hour: number) => day.start + hour * HOUR;
const piece = (from: number, to: number): PieceView => ({
  kind: 'named',
  as: 'meeting',
  start: at(from),
  end: at(to),
});
const session = (from: number, to: number): SessionStretch => ({
  kind: 'flow',
  intention: '',
  start: at(from),
  end: at(to),
});
const hoursOf = (pieces: PieceView[], now: number, sessions: SessionStretch[] = []) => {
  const { start, end } = visibleRange({ ...day, pieces, sessions }, at(now));
  return [(start - day.start) / HOUR, (end - day.start) / HOUR];
};

describe('visibleRange', () => {
  it('is a usual working day while nothing has happened', () => assert.deepEqual(hoursOf([], 12), [8, 18]));
  it('reaches to now', () => assert.deepEqual(hoursOf([], 20.5), [8, 21]));
  it('lies in whole hours around what happened', () =>
    assert.deepEqual(hoursOf([piece(7.2, 9), piece(16, 17.1)], 17.2), [7, 18]));
  it('lies around the sessions too, with or without anything recorded', () => {
    assert.deepEqual(hoursOf([piece(9, 10)], 10, [session(6.5, 7)]), [6, 14]);
    assert.deepEqual(hoursOf([], 10, [session(6.5, 7)]), [6, 14]);
  });
  it('has eight hours at least, rather later ones', () =>
    assert.deepEqual(hoursOf([piece(9.5, 10)], 10), [9, 17]));
  it('does not leave the day', () => {
    assert.deepEqual(hoursOf([piece(22, 23.5)], 23.5), [16, 24]);
    assert.deepEqual(hoursOf([piece(0, 24)], 12), [0, 24]);
  });
  it('ends at midnight on a day of 23 hours', () => {
    const short = zoneCalendar('Europe/Berlin').dayAt(Date.UTC(2026, 2, 29, 12));
    const late = { ...piece(0, 0), start: short.end - HOUR, end: short.end };
    assert.equal(visibleRange({ ...short, pieces: [late], sessions: [] }, short.end).end, short.end);
  });
});

describe('hourTicks', () => {
  const utc = clockText('UTC');
  const hours = (from: number, to: number, most: number) =>
    hourTicks({ start: at(from), end: at(to) }, utc, most).map(({ hour }) => hour);

  it('labels every hour where there is room', () => assert.deepEqual(hours(8, 12, 9), [8, 9, 10, 11, 12]));
  it('labels even steps of the day where there is not', () => {
    assert.deepEqual(hours(9, 17, 5), [10, 12, 14, 16]);
    assert.deepEqual(hours(0, 24, 5), [0, 6, 12, 18, 24]);
  });
  it('says what the clock on the wall says when clocks change', () => {
    const berlin = clockText('Europe/Berlin');
    const { start } = zoneCalendar('Europe/Berlin').dayAt(Date.UTC(2026, 9, 25, 12));
    const ticks = hourTicks({ start, end: start + 4 * HOUR }, berlin, 9);
    assert.deepEqual(
      ticks.map(({ hour }) => hour),
      [0, 1, 2, 2, 3],
    );
  });
  it('finds full hours in a zone of half hours', () => {
    const zone = 'Asia/Kolkata';
    const { start } = zoneCalendar(zone).dayAt(at(12));
    const ticks = hourTicks({ start, end: start + 2 * HOUR }, clockText(zone), 9);
    assert.deepEqual(
      ticks.map(({ hour }) => hour),
      [0, 1, 2],
    );
  });
});

describe('fitText', () => {
  it('cuts a word to its room, and says nothing rather than a letter', () => {
    assert.deepEqual(
      [60, 30, 10, 0].map(width => fitText('meeting', width)),
      ['meeting', 'meet…', '', ''],
    );
  });
});
