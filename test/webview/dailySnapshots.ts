import type { CheckInWords } from '../../src/core/checkIn.ts';
import type { AwayView } from '../../src/core/messages/away.ts';
import type { CheckInView } from '../../src/core/messages/checkIn.ts';
import type { FocusView, NamedItem } from '../../src/core/messages/focus.ts';
import type { Snapshot } from '../../src/core/messages/panel.ts';
import type { SessionStretch } from '../../src/core/messages/today.ts';
import { busy, clock, inSession, READY, toReview } from './snapshots.ts';

/** Rounds and breaks, items on sessions, sessions on the timeline, the check-in. */

export const ITEM: NamedItem = { id: 'i12', key: 'A-12', title: 'Fix login' };

export const ready = (focus: Partial<Extract<FocusView, { kind: 'ready' }>> = {}): Snapshot => ({
  ...busy(),
  focus: { ...READY, ...focus },
});

export const withItem = (): Snapshot => ready({ item: ITEM });

export const inRound = (): Snapshot =>
  inSession({ kind: 'pomodoro', series: 'round 2 of 4', item: ITEM, interruptions: '' });

export const roundOver = (): Snapshot => {
  const { focus, ...rest } = toReview();
  const review =
    focus.kind === 'ready' && focus.review ? { ...focus.review, text: 'Round 2 of 4 is over' } : null;
  return {
    ...rest,
    focus: { ...READY, review, offer: { take: 'Break, 5 min', skip: 'Skip to round 3' } },
  };
};

export const inBreak = (): Snapshot => {
  const session = {
    plannedMs: 300_000,
    elapsedMs: 70_000,
    isPaused: false,
    intention: '',
    interruptions: '',
  };
  const { focus } = roundOver();
  const review = focus.kind === 'ready' ? focus.review : null;
  return {
    ...busy(),
    focus: {
      kind: 'session',
      session: { ...session, kind: 'break', series: 'then round 3 of 4', item: null },
      review,
    },
  };
};

export const breakOver = (): Snapshot => ready({ offer: { take: 'Start round 3 of 4', skip: null } });

const SESSIONS: readonly SessionStretch[] = [
  { start: clock('8:10'), end: clock('8:35'), kind: 'pomodoro', intention: 'Idle rule: recompute history' },
  { start: clock('8:40'), end: clock('9:05'), kind: 'pomodoro', intention: 'Idle rule: recompute history' },
  { start: clock('10:58'), end: clock('12:10'), kind: 'flow', intention: '' },
];

export const withSessions = (): Snapshot => {
  const snapshot = busy();
  return { ...snapshot, today: { ...snapshot.today, sessions: SESSIONS } };
};

export const checkIn = (view: Partial<CheckInView>): Snapshot => ({
  ...withSessions(),
  checkIn: { said: null, isAsked: false, wantedAt: null, ...view },
});

export const said = (words: Partial<CheckInWords>): CheckInView['said'] => ({
  date: '2026-11-22',
  energy: null,
  flow: null,
  satisfaction: null,
  sentence: '',
  ...words,
});

const LIKE = 'Pauses of 10 to 35 min that begin between 11:00 and 13:00';

/** The pause that the busy day has at noon. */
export const away = (view: Partial<AwayView> = {}): Snapshot => ({
  ...withSessions(),
  away: {
    start: clock('12:05'),
    end: clock('12:28'),
    length: '23 min',
    range: '12:05 to 12:28',
    as: null,
    like: LIKE,
    ...view,
  },
});

export const DAILY_STATES: Readonly<Record<string, () => Snapshot>> = {
  withItem,
  inRound,
  roundOver,
  inBreak,
  breakOver,
  withSessions,
  awayAsked: () => away(),
  awayNamed: () => away({ as: 'break' }),
  checkInAsked: () => checkIn({ isAsked: true }),
  checkInSaid: () =>
    checkIn({
      said: said({
        energy: 'low',
        flow: 'high',
        satisfaction: 'fine',
        sentence: 'Slow start, then all at once.',
      }),
    }),
};
