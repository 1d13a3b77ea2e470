import type { Draft, TrialView } from '../../core/messages/tuning.ts';
import type { Settings } from '../../core/settings.ts';
import type { NudgeTrial } from '../../runtime/nudgeTrial.ts';

/** Progress is told so often at most. */
const TELL_MS = 100;

export interface TrialDeskPorts {
  readonly trial: NudgeTrial;
  readonly settings: () => Settings;
  readonly send: (view: TrialView) => void;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Runs one trial at a time: what is asked for last counts, and whatever was under way is given up. */
export class TrialDesk {
  private readonly ports: TrialDeskPorts;
  private turn: number | null = null;
  private last: TrialView | null = null;

  constructor(ports: TrialDeskPorts) {
    this.ports = ports;
  }

  async run(turn: number, rule: string, draft: Draft | null): Promise<void> {
    const { trial, settings, onFailure } = this.ports;
    this.turn = turn;
    const isAborted = () => this.turn !== turn;
    let toldAt = Date.now();
    try {
      const state = await trial.run(
        { settings: settings(), rule, draft, now: Date.now() },
        {
          isAborted,
          onProgress: done => {
            if (isAborted() || Date.now() - toldAt < TELL_MS) return;
            toldAt = Date.now();
            this.tell({ turn, state: { kind: 'running', done } });
          },
        },
      );
      if (state && !isAborted()) this.tell({ turn, state });
    } catch (error) {
      onFailure('The last days could not be looked at', error);
      if (!isAborted()) this.tell({ turn, state: { kind: 'failed' } });
    }
  }

  stop(): void {
    const isDone = this.last?.turn === this.turn && this.last.state.kind === 'done';
    if (this.turn === null || isDone) return;
    this.tell({ turn: this.turn, state: { kind: 'stopped' } });
    this.turn = null;
  }

  /** The page is there again, and may have lost what it was sent while it was hidden. */
  sendAgain(): void {
    if (this.last) this.ports.send(this.last);
  }

  private tell(view: TrialView): void {
    this.last = view;
    this.ports.send(view);
  }
}
