import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WeekNumberId, WeekView } from '../../../../../src/core/messages/week.ts';
import { addDays } from '../../../../../src/core/queue/plainDate.ts';
import { weekGlance, weekView } from '../../../../../src/core/stats/week/week.ts';
import { DETAILS, HOUR, MINUTE, MONDAY, OPTIONS, TODAY, weekDay, weekInput } from './builders.ts';

/** Tuesdays of past weeks with so many hours each, the last week first. */
const tuesdays = (hours: readonly number[]) =>
  hours.map((count, i) => weekDay(addDays(MONDAY, 1 - 7 * (i + 1)), { activeMs: count * HOUR }));

const view = (...args: Parameters<typeof weekInput>) => weekView(weekInput(...args), DETAILS, OPTIONS);

describe('weekView', () => {
  it('of an empty record is empty, with dashes where nothing can be said', () => {
    const week = view([]);
    assert.equal(week.isEmpty, true);
    assert.deepEqual(
      week.numbers.map(({ id, value }) => [id, value]),
      [
        ['deep', '0 min'],
        ['active', '0 min'],
        ['fragmentation', '–'],
        ['switches', '–'],
        ['waiting', '0 min'],
        ['done', '0'],
        ['commits', '0'],
        ['exploration', '–'],
      ],
    );
    assert.deepEqual([week.earlier, week.later], [null, null]);
    assert.equal(weekGlance(weekInput([]), OPTIONS), null);
  });

  it('knows which days are over, today and to come', () => {
    const states = view([]).days.map(({ isToday, isToCome }) =>
      isToday ? 'today' : isToCome ? 'to come' : 'over',
    );
    assert.deepEqual(states, ['over', 'over', 'over', 'today', 'to come', 'to come', 'to come']);
  });

  it('leads to the weeks before and after as far as there is something', () => {
    const days = [weekDay(addDays(MONDAY, -1))];
    assert.deepEqual(leads(view(days)), ['2026-11-09', null]);
    assert.deepEqual(leads(view(days, { monday: '2026-11-09' })), [null, MONDAY]);
  });

  it('says nothing of the switches and the spread of a few minutes', () => {
    const tiny = { activeMs: 9 * MINUTE, switches: 1 };
    assert.equal(number(view([weekDay(TODAY, tiny)]), 'switches').value, '–');
    assert.equal(number(view([weekDay(TODAY, { ...tiny, activeMs: 10 * MINUTE })]), 'switches').value, '6.0');
  });

  it('adds the days up, and says so day by day', () => {
    const week = view([weekDay(MONDAY), weekDay('2026-11-18', { activeMs: 90 * MINUTE })]);
    assert.equal(number(week, 'active').value, '2 h 30');
    assert.deepEqual(terms(week, 'active'), [
      'Mon 16 Nov: 1 h 00',
      'Tue 17 Nov: 0 min',
      'Wed 18 Nov: 1 h 30',
      'Thu 19 Nov: 0 min',
      'Together: 2 h 30',
    ]);
  });

  it('takes the mean of the days’ fragmentation by their active time', () => {
    // One whole hour in one block; three hours of which one lies outside the three longest blocks.
    const spread = [0, 1, 2, 3].map(i => ({
      start: i * HOUR,
      end: (i + 1) * HOUR - i,
      activeMs: 45 * MINUTE,
    }));
    const week = view([weekDay(MONDAY), weekDay(TODAY, { activeMs: 3 * HOUR, blocks: spread })]);
    assert.equal(number(week, 'fragmentation').value, ((3 * 0.25) / 4).toFixed(2));
    assert.equal(terms(week, 'fragmentation').at(-1), '1 − 3 h 15 ÷ 4 h 00: 0.19');
  });

  it('shows the plan, and one’s usual, beside the deep time', () => {
    const options = { ...OPTIONS, planMs: 12 * HOUR };
    const deep = (days: Parameters<typeof weekInput>[0]) =>
      number(weekView(weekInput(days), DETAILS, options), 'deep');
    assert.equal(deep([]).beside, 'plan 12 h 00');
    assert.equal(deep(tuesdays([1, 1, 1, 1])).beside, 'plan 12 h 00 · usual 1 h 00');
    assert.ok(deep([]).explanation.terms.some(({ label }) => label === 'Planned for a week'));
  });

  describe('tells usual', () => {
    it('from four weeks with a record on, of the eight before', () => {
      assert.equal(view(tuesdays([1, 2, 3])).usualWeeks, 0);
      assert.doesNotMatch(number(view(tuesdays([1, 2, 3])), 'active').beside, /usual/);
      assert.equal(view(tuesdays([1, 2, 3, 4])).usualWeeks, 4);
      assert.equal(view(tuesdays([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).usualWeeks, 8);
    });

    it('as the middle half, in a straight line between neighbours', () => {
      const week = view(tuesdays([4, 1, 3, 2]));
      assert.equal(number(week, 'active').beside, 'usual 1 h 45 to 3 h 15');
      assert.deepEqual(week.days[1]?.usual, { lowMs: 1.75 * HOUR, highMs: 3.25 * HOUR });
    });

    it('of a weekday without work as nothing, where other days of those weeks have some', () => {
      assert.deepEqual(view(tuesdays([4, 1, 3, 2])).days[0]?.usual, { lowMs: 0, highMs: 0 });
    });

    it('not from the week itself', () => {
      const days = [...tuesdays([1, 1, 1, 1]), weekDay(TODAY, { activeMs: 9 * HOUR })];
      assert.equal(number(view(days), 'active').beside, 'usual 1 h 00');
    });
  });

  it('lists what was done, the last first', () => {
    const done = (key: string, closedAt: number) => ({
      key,
      title: '',
      usedMs: 0,
      budgetMinutes: null,
      closedAt,
    });
    const byDate = new Map([
      [MONDAY, [done('A-1', 1), done('A-2', 2)]],
      [TODAY, [done('A-3', 3)]],
      [addDays(MONDAY, -1), [done('A-0', 0)]],
    ]);
    const week = view([weekDay(MONDAY)], { done: byDate });
    assert.deepEqual(
      week.done.map(({ key }) => key),
      ['A-3', 'A-2', 'A-1'],
    );
    assert.equal(number(week, 'done').value, '3');
  });

  it('counts as new ground what the queue calls so', () => {
    const items = { nameOfItem: () => null, isExploration: (id: string) => id === 'new' };
    const msByItem = new Map([
      ['new', 15 * MINUTE],
      ['old', 30 * MINUTE],
    ]);
    assert.equal(number(view([weekDay(MONDAY, { msByItem })], { items }), 'exploration').value, '25 %');
  });

  it('explains each number, without blame or praise', () => {
    for (const { id, explanation } of view(tuesdays([1, 2, 3, 4, 5])).numbers) {
      assert.ok(explanation.terms.length > 0, id);
      assert.match(explanation.definition, /^[A-Z][^!]*\.$/, id);
    }
  });

  it('shows the same in the glance as in the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 70 }), minutes => {
        const input = weekInput(
          minutes.map((count, i) => weekDay(addDays(TODAY, -i), { activeMs: count * MINUTE })),
        );
        const glance = weekGlance(input, OPTIONS);
        const week = weekView(input, DETAILS, OPTIONS);
        assert.deepEqual(glance?.days ?? week.days, week.days);
        const active = week.days.reduce((sum, { activeMs }) => sum + activeMs, 0);
        assert.equal(
          active,
          minutes.slice(0, 4).reduce((sum, count) => sum + count * MINUTE, 0),
        );
      }),
    );
  });
});

const leads = ({ earlier, later }: WeekView) => [earlier, later];

function number(week: WeekView, id: WeekNumberId) {
  const found = week.numbers.find(candidate => candidate.id === id);
  assert.ok(found);
  return found;
}

function terms(week: WeekView, id: WeekNumberId): string[] {
  return number(week, id).explanation.terms.map(({ label, value }) => `${label}: ${value}`);
}
