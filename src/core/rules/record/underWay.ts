import type { FactOf } from '../../activity/facts.ts';
import type { Session } from '../../focus/session.ts';
import type { Inhibitor } from '../rule.ts';

/** A debug session, a task or a command whose end was never told (a crash, a reload) is forgotten after so long. */
const FORGOTTEN_MS = { debugging: 4 * 3_600_000, running: 12 * 3_600_000 } as const;

type KnownSession = Pick<Session, 'id' | 'startedAt' | 'endedAt'>;

/** Knows what is under way. */
export class UnderWay {
  private readonly begun = {
    debugging: new Map<string, number>(),
    running: new Map<string, number>(),
  };
  private session: KnownSession | null = null;

  addDebug({ window, id, phase, at }: FactOf<'debug'>): void {
    this.note('debugging', `${window} ${id}`, phase === 'start', at);
  }

  addRun(fact: FactOf<'task'> | FactOf<'terminal'>): void {
    const goesOn = fact.kind === 'task' ? fact.background : fact.class === 'run';
    if (goesOn)
      this.note('running', `${fact.kind} ${fact.window} ${fact.id}`, fact.phase === 'start', fact.at);
  }

  /** The last session that has begun. */
  addSession(session: KnownSession): void {
    this.session = session;
  }

  /**
   * To be told of those that reach beyond `from`: one that nobody ended ends when it is noticed, at the silence that came before.
   */
  renewSession(sessions: readonly KnownSession[], from: number): void {
    const known = this.session;
    if (known?.endedAt !== null) return;
    this.session = sessions.find(({ id }) => id === known.id) ?? { ...known, endedAt: from };
  }

  isSo(inhibitor: Inhibitor, now: number): boolean {
    if (inhibitor !== 'focus') {
      for (const at of this.begun[inhibitor].values()) if (now - at <= FORGOTTEN_MS[inhibitor]) return true;
      return false;
    }
    const { session } = this;
    return session !== null && session.startedAt <= now && (session.endedAt ?? Infinity) > now;
  }

  private note(what: 'debugging' | 'running', key: string, begins: boolean, at: number): void {
    if (begins) this.begun[what].set(key, at);
    else this.begun[what].delete(key);
  }
}
