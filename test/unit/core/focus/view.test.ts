import assert from 'node:assert/strict';
import type { Fact } from '../../../../src/core/activity/facts.ts';
import { countInterruptions } from '../../../../src/core/focus/interruptions.ts';
import type { Session } from '../../../../src/core/focus/session.ts';
import {
  breakText,
  formatRemaining,
  interruptionsText,
  sessionTime,
} from '../../../../src/core/focus/view.ts';
import { inMessage } from '../../../../src/core/text/inMessage.ts';
import { plainLine } from '../../../../src/core/text/plainLine.ts';

const SECOND = 1000;
const MINUTE = 60_000;

describe('what is said of a session', () => {
  const remaining: [ms: number, text: string][] = [
    [25 * MINUTE, '25 min'],
    [25 * MINUTE - 1, '25 min'],
    [24 * MINUTE, '24 min'],
    [MINUTE + 1, '2 min'],
    [MINUTE, '60 s'],
    [41 * SECOND + 1, '42 s'],
    [1, '1 s'],
    [90 * MINUTE, '1 h 30'],
  ];
  for (const [ms, text] of remaining) {
    it(`${ms} ms left: ${text}`, () => assert.equal(formatRemaining(ms), text));
  }

  it('that the time is up, and how long flow has run', () => {
    assert.equal(sessionTime({ plannedMs: MINUTE, elapsedMs: MINUTE }), 'Time is up');
    assert.equal(sessionTime({ plannedMs: null, elapsedMs: 30 * SECOND }), '0 min');
    assert.equal(sessionTime({ plannedMs: null, elapsedMs: 65 * MINUTE }), '1 h 05');
  });

  it('what interrupted it', () => {
    assert.equal(interruptionsText({ own: 0, outer: 0 }), '');
    assert.equal(interruptionsText({ own: 1, outer: 2 }), '1 switch, 2 losses of focus');
  });

  it('a break in proportion after flow, and none after a moment', () => {
    const session = { kind: 'flow', startedAt: 0, pausedMs: 0, pausedAt: null, endedAt: null } as Session;
    assert.equal(
      breakText(session, 52 * MINUTE),
      '52 min in one go. A break of 10 min would be in proportion.',
    );
    assert.equal(breakText(session, 14 * MINUTE), '');
  });
});

describe('interruptions', () => {
  const said = (at: number, focused: boolean, window = 'w1'): Fact => {
    const place = { window, project: null, branch: null, path: null };
    return { at, ...place, kind: 'focus', focused, active: focused };
  };
  const range = { start: 100 * SECOND, end: 200 * SECOND };

  it('are losses of focus, each once', () => {
    const facts = [
      said(110 * SECOND, false),
      said(111 * SECOND, false),
      said(120 * SECOND, true),
      said(130 * SECOND, false),
    ];
    assert.equal(countInterruptions(range, facts, []).outer, 2);
  });

  it('are none where another window takes the focus', () => {
    const facts = [said(110 * SECOND, false), said(110 * SECOND + 50, true, 'w2')];
    assert.equal(countInterruptions(range, facts, []).outer, 0);
  });

  it('are switches within the session', () => {
    assert.equal(
      countInterruptions(
        range,
        [],
        [99, 100, 150, 200].map(s => s * SECOND),
      ).own,
      2,
    );
  });
});

describe('an intention', () => {
  it('is one line of plain text', () => {
    assert.equal(plainLine('  idle\n\trule\u0000 \u202Eback  '), 'idle rule back');
    assert.equal(plainLine('x'.repeat(10_000)).length, 200);
    assert.equal(plainLine('😀'.repeat(10_000)).isWellFormed(), true);
    assert.equal(plainLine('a' + '😀'.repeat(10_000)).isWellFormed(), true);
    assert.equal(plainLine('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
  });

  it('makes no link in a message', () => {
    assert.equal(/\]\(/.test(inMessage('[quit](command:workbench.action.quit)')), false);
  });
});
