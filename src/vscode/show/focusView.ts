import { sessionView, offerView, interruptionsText } from '../../core/focus/view.ts';
import type { FocusView, NamedItem, ReviewView } from '../../core/messages/focus.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { KeeperState } from '../../runtime/recordKeeper.ts';
import { reviewText } from './sessionEnd.ts';

/** What focus sessions need to know of the queue. */
export interface FocusItems {
  /** The one that is in work; null: none. */
  readonly current: () => NamedItem | null;
  /** null: it is gone. */
  readonly named: (id: string) => NamedItem | null;
}

export interface FocusViewPorts {
  readonly focus: FocusKeeper;
  readonly items: FocusItems;
  readonly zone: () => string;
}

/** What the panel shows of focus. `minutes`: what a session is planned for. */
export function focusView(ports: FocusViewPorts, state: KeeperState, minutes: number): FocusView {
  const { focus, items } = ports;
  const { session, offer } = focus;
  const review = reviewView(ports);
  if (session) {
    const item = session.item === null ? null : items.named(session.item);
    const beside = { interruptions: focus.interruptions(session), item };
    const isBreak = session.kind === 'break';
    return {
      kind: 'session',
      session: sessionView(session, beside, Date.now()),
      review: isBreak ? review : null,
    };
  }
  if (state.kind !== 'recording') return { kind: 'none' };
  return { kind: 'ready', minutes, review, offer: offer && offerView(offer), item: items.current() };
}

function reviewView({ focus, zone }: FocusViewPorts): ReviewView | null {
  const { unreviewed } = focus;
  if (!unreviewed) return null;
  return {
    id: unreviewed.id,
    text: reviewText(unreviewed, zone()),
    intention: unreviewed.intention,
    interruptions: interruptionsText(focus.interruptions(unreviewed)),
  };
}
