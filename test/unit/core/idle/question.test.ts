import assert from 'node:assert/strict';
import { pausesOf } from '../../../../src/core/idle/pause.ts';
import { openPause, wordOn, type OpenPauseInput } from '../../../../src/core/idle/question.ts';
import { active, at, MINUTE, named } from './builders.ts';

describe('the pause that is worth a word', () => {
  const PIECES = [active('8:00', '12:05'), active('12:28', '12:30')];
  const open = (input: Partial<OpenPauseInput> & { pieces?: typeof PIECES }) =>
    openPause({
      pauses: pausesOf(input.pieces ?? PIECES),
      idleAfterMs: 5 * MINUTE,
      now: at('12:30'),
      sessionEndedAt: -Infinity,
      settledUntil: -Infinity,
      ...input,
    })?.start;

  it('is longer than the idle rule', () => {
    assert.equal(open({}), at('12:05'));
    assert.equal(open({ idleAfterMs: 22 * MINUTE }), at('12:05'));
    assert.equal(open({ idleAfterMs: 23 * MINUTE }), undefined);
  });

  it('is the latest such one, and no earlier one once that is settled', () => {
    const pieces = [...PIECES, active('12:40', '12:41'), active('12:44', '12:45')];
    assert.equal(open({ pieces, now: at('12:45') }), at('12:30'));
    assert.equal(open({ pieces, now: at('12:45'), settledUntil: at('12:40') }), undefined);
  });

  it('is none of hours: that is the end of a day, or a night', () => {
    const pieces = [active('8:00', '9:00'), active('13:00', '13:10')];
    assert.equal(open({ pieces, now: at('13:10') }), at('9:00'));
    assert.equal(open({ pieces: [active('8:00', '8:59'), pieces[1]!], now: at('13:10') }), undefined);
  });

  it('is so for half an hour after one’s return', () => {
    assert.equal(open({ now: at('12:58') }), at('12:05'));
    assert.equal(open({ now: at('12:59') }), undefined);
  });

  it('is so for half an hour after a focus session that came meanwhile', () => {
    assert.equal(open({ now: at('13:20'), sessionEndedAt: at('12:55') }), at('12:05'));
    assert.equal(open({ now: at('13:20'), sessionEndedAt: at('12:45') }), undefined);
  });

  it('is none in which something was settled', () => {
    assert.equal(open({ settledUntil: at('12:28') }), undefined);
    assert.equal(open({ settledUntil: at('12:06') }), undefined);
    assert.equal(open({ settledUntil: at('12:05') }), at('12:05'));
  });

  it('is none that is still to come, since the clock was set back', () => {
    assert.equal(open({ now: at('12:27') }), undefined);
  });

  it('is open from the first click on', () => {
    const pauses = pausesOf([active('8:00', '12:05')], at('12:28'));
    assert.equal(open({ pauses, now: at('12:28') }), at('12:05'));
  });

  it('is not there on a day without pauses', () => {
    assert.equal(open({ pieces: [] }), undefined);
    assert.equal(open({ pieces: [active('8:00', '12:30')] }), undefined);
  });
});

describe('the word on a pause', () => {
  const pauseWith = (...inside: ReturnType<typeof named>[]) =>
    pausesOf([active('8:00', '9:00'), ...inside, active('9:30', '10:00')])[0]!;
  const QUIET = { isInSession: false, isByRule: false };

  it('is a question where nothing of it was named', () => {
    assert.deepEqual(wordOn(pauseWith(), QUIET), { as: null });
  });

  it('is never said in a focus session', () => {
    assert.equal(wordOn(pauseWith(), { ...QUIET, isInSession: true }), null);
    const whole = pauseWith(named('9:00', '9:30'));
    assert.equal(wordOn(whole, { isInSession: true, isByRule: true }), null);
  });

  it('is not said of what was named by hand, whole or in part', () => {
    assert.equal(wordOn(pauseWith(named('9:00', '9:30')), QUIET), null);
    assert.equal(wordOn(pauseWith(named('9:10', '9:20')), QUIET), null);
  });

  it('tells what it was named by itself', () => {
    const pause = pauseWith(named('9:00', '9:30', 'meeting'));
    assert.deepEqual(wordOn(pause, { isInSession: false, isByRule: true }), { as: 'meeting' });
  });
});
