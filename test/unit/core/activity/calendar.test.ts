import assert from 'node:assert/strict';
import { dayOfDate, eraCalendar, forEachDay, zoneCalendar } from '../../../../src/core/activity/calendar.ts';

const HOUR = 3_600_000;

describe('zoneCalendar', () => {
  const cases: readonly [zone: string, instant: string, date: string, hours: number][] = [
    ['UTC', '2026-03-02T00:00:00Z', '2026-03-02', 24],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-25', 25],
    ['America/New_York', '2026-03-08T12:00:00Z', '2026-03-08', 23],
    ['Australia/Lord_Howe', '2026-04-04T20:00:00Z', '2026-04-05', 24.5],
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04', 23],
    ['Asia/Kathmandu', '2026-05-01T18:15:00Z', '2026-05-02', 24],
    ['Pacific/Kiritimati', '2026-05-01T10:00:00Z', '2026-05-02', 24],
  ];
  for (const [zone, instant, date, hours] of cases) {
    it(`gives ${date} in ${zone} ${hours} hours`, () => {
      const time = Date.parse(instant);
      const day = zoneCalendar(zone).dayAt(time);
      assert.equal(day.date, date);
      assert.equal((day.end - day.start) / HOUR, hours);
      assert.ok(day.start <= time && time < day.end);
    });
  }

  it('begins a day whose midnight is skipped an hour later', () => {
    const day = zoneCalendar('America/Sao_Paulo').dayAt(Date.parse('2018-11-04T12:00:00Z'));
    assert.equal(new Date(day.start).toISOString(), '2018-11-04T03:00:00.000Z');
  });

  it('gives an hour that clocks going back over midnight repeat to its date', () => {
    // St John's, 7 November 2010: at 00:01 it became 23:01 again.
    const calendar = zoneCalendar('America/St_Johns');
    const again = Date.parse('2010-11-07T02:31:00Z');
    const dates = new Map<string, number>();
    forEachDay(calendar, { start: again, end: again + HOUR }, (day, from, to) =>
      dates.set(day.date, (dates.get(day.date) ?? 0) + to - from),
    );
    assert.deepEqual(
      [...dates],
      [
        ['2010-11-06', 59 * 60_000],
        ['2010-11-07', 60_000],
      ],
    );
  });

  it('knows the offset of an instant, in minutes', () => {
    const berlin = zoneCalendar('Europe/Berlin');
    assert.equal(berlin.offsetAt(Date.parse('2026-03-29T00:59:59Z')), 60);
    assert.equal(berlin.offsetAt(Date.parse('2026-03-29T01:00:00Z')), 120);
  });

  it('throws for what is no zone', () => {
    assert.throws(() => zoneCalendar('Mars/Olympus'), RangeError);
  });
});

describe('eraCalendar', () => {
  const flight = Date.parse('2026-05-10T20:00:00Z');
  const calendar = eraCalendar([
    { from: Date.parse('2026-01-01T00:00:00Z'), zone: 'Asia/Tokyo' },
    { from: flight, zone: 'America/New_York' },
  ]);

  it('keeps the days of before a journey as they were', () => {
    assert.equal(calendar.dayAt(flight - 1).date, '2026-05-11');
    assert.equal(calendar.offsetAt(flight - 1), 540);
  });

  it('goes back a day where the journey does', () => {
    const day = calendar.dayAt(flight);
    assert.equal(day.date, '2026-05-10');
    assert.equal(day.start, flight);
  });

  it('holds its first zone for all time before', () => {
    assert.equal(calendar.dayAt(Date.parse('2020-01-01T20:00:00Z')).date, '2020-01-02');
  });
});

describe('dayOfDate', () => {
  for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']) {
    it(`finds every day of two weeks in ${zone}`, () => {
      const calendar = zoneCalendar(zone);
      for (let day = calendar.dayAt(Date.parse('2026-03-22T12:00:00Z')); day.date < '2026-04-05';) {
        assert.deepEqual(dayOfDate(calendar, day.date), day);
        day = calendar.dayAt(day.end);
      }
    });
  }

  const flown = (to: string) =>
    eraCalendar([
      { from: 0, zone: 'Pacific/Auckland' },
      { from: Date.parse('2026-05-10T00:00:00Z'), zone: to },
    ]);

  it('takes the parts of a day that a journey cut in two as one', () => {
    const day = dayOfDate(flown('America/New_York'), '2026-05-10');
    assert.ok(day);
    assert.equal(new Date(day.start).toISOString(), '2026-05-09T12:00:00.000Z');
    assert.equal(new Date(day.end).toISOString(), '2026-05-11T04:00:00.000Z');
  });

  it('does not know a day that a journey skipped', () => {
    const flownAt = (time: string) =>
      eraCalendar([
        { from: 0, zone: 'Pacific/Pago_Pago' },
        { from: Date.parse(time), zone: 'Pacific/Kiritimati' },
      ]);
    assert.equal(dayOfDate(flownAt('2026-05-10T11:00:00Z'), '2026-05-10'), null);
    const minute = dayOfDate(flownAt('2026-05-10T11:01:00Z'), '2026-05-10');
    assert.equal(minute && minute.end - minute.start, 60_000);
  });
});

describe('forEachDay', () => {
  it('splits an interval at local midnights, and leaves nothing out', () => {
    const start = Date.parse('2026-03-28T20:00:00Z');
    const end = Date.parse('2026-03-30T10:00:00Z');
    const parts: [string, number, number][] = [];
    forEachDay(zoneCalendar('Europe/Berlin'), { start, end }, (day, from, to) =>
      parts.push([day.date, from, to]),
    );
    assert.deepEqual(
      parts.map(([date, from, to]) => [date, (to - from) / HOUR]),
      [
        ['2026-03-28', 3],
        ['2026-03-29', 23],
        ['2026-03-30', 12],
      ],
    );
    assert.equal(parts[0]?.[1], start);
    assert.equal(parts.at(-1)?.[2], end);
  });
});
