import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Session } from '../../../src/core/focus/session.ts';
import type { AlwaysRule } from '../../../src/core/idle/always.ts';
import { AwayKeeper } from '../../../src/runtime/awayKeeper.ts';
import { Breakpoints } from '../../../src/runtime/breakpoints.ts';
import { CheckInKeeper } from '../../../src/runtime/checkInKeeper.ts';
import { DayKeeper } from '../../../src/runtime/dayKeeper.ts';
import { FocusKeeper } from '../../../src/runtime/focusKeeper.ts';
import { IdleAlert } from '../../../src/runtime/idleAlert.ts';
import type { Nudge } from '../../../src/core/nudges/nudge.ts';
import type { Raised } from '../../../src/core/nudges/raised.ts';
import type { ReadyRule } from '../../../src/core/rules/readyRule.ts';
import { Leader } from '../../../src/runtime/leader.ts';
import { NudgeKeeper } from '../../../src/runtime/nudgeKeeper.ts';
import type { RulesAtWork } from '../../../src/runtime/nudgePorts.ts';
import { RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { WorkdayKeeper } from '../../../src/runtime/workdayKeeper.ts';
import { eraseFiles } from '../../../src/store/file.ts';
import { openStore } from '../../../src/store/open.ts';
import { SettableClock } from '../../support/settableClock.ts';

const MINUTE = 60_000;

export const RULES = {
  softLandingMs: 3 * MINUTE,
  idleAfterMs: 5 * MINUTE,
  deepBlockMs: 25 * MINUTE,
  pomodoro: { roundMs: 25 * MINUTE, breakMs: 5 * MINUTE, longBreakMs: 15 * MINUTE },
};

/** Several windows of one editor on one record, on one clock that can be set. */
export class Windows {
  readonly clock: SettableClock;
  /** Sessions that have ended by themselves, as the windows told it. */
  readonly ends: { readonly window: string; readonly session: Session }[] = [];
  readonly failures: string[] = [];
  mayAsk = true;
  /** As the settings have them. */
  always: readonly AlwaysRule[] = [];
  alertAfterMs = 0;
  /** The windows in which a key is pressed now, or the mouse moved. */
  readonly active = new Set<string>();
  /** Since when nobody was there, as the windows told it in a message. */
  readonly alerts: { readonly window: string; readonly since: number }[] = [];
  /** What rules say, in the window that leads. */
  raised: readonly Raised[] = [];
  rules: readonly ReadyRule[] = [];
  /** The rules have looked at the record. */
  haveLooked = true;
  nudgeRules = { toastsPerDay: 2, maxDeferMs: 30 * MINUTE, isLearning: false };
  /** The windows that have no focus, beside those that were opened so. */
  readonly blurred = new Set<string>();
  /** What asked for a look, as the windows showed it. */
  readonly seen: { readonly window: string; readonly nudges: readonly Nudge[] }[] = [];
  /** Cannot show anything now. */
  cannotShow = false;
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-windows-'));
  private readonly file = path.join(this.folder, 'andon.sqlite');
  private readonly open = new Set<OpenWindow>();

  constructor(now?: number) {
    this.clock = new SettableClock(now);
  }

  /** Opens a window and starts the record. */
  async add(name: string, isForeground = true): Promise<OpenWindow> {
    const window = this.make(name, isForeground);
    this.open.add(window);
    await window.keeper.begin();
    await window.keeper.start();
    return window;
  }

  /** Ends a window without a word, as SIGKILL does: nothing of it is disposed but what the system takes back. */
  kill(window: OpenWindow): void {
    window.keeper.readable?.store.close();
    window.clock.stop();
    this.open.delete(window);
  }

  close(window: OpenWindow): void {
    for (const part of [
      window.nudges,
      window.alert,
      window.aways,
      window.checkIns,
      window.leader,
      window.focus,
      window.days,
      window.keeper,
    ])
      part.dispose();
    this.open.delete(window);
  }

  dispose(): void {
    for (const window of this.open) this.close(window);
    fs.rmSync(this.folder, { recursive: true });
  }

  private rulesAtWork(leader: Leader): RulesAtWork {
    const status = new Map([['any', { kind: 'ready' } as const]]);
    const rules = () => this.rules;
    return {
      onDidChange: () => ({ dispose: () => undefined }),
      get rules() {
        return rules();
      },
      raised: () => (leader.isLeading ? this.raised : []),
      status: () => (leader.isLeading && this.haveLooked ? status : new Map()),
    };
  }

  private make(name: string, isForeground: boolean) {
    const clock = this.clock.forWindow();
    const { file } = this;
    const onFailure = (what: string, error: unknown) => {
      this.failures.push(`${name}: ${what} ${String(error)}`);
    };
    const rules = () => RULES;
    const keeper = new RecordKeeper({
      clock,
      zone: () => 'Europe/Berlin',
      fileId: () => (fs.existsSync(file) ? String(fs.statSync(file).ino) : null),
      open: () => openStore(file),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => eraseFiles(file),
      eraseCopies: () => undefined,
      onFailure,
    });
    const days = new DayKeeper(keeper, { clock, zone: () => 'Europe/Berlin', rules, onFailure });
    const leader = new Leader(keeper, { clock, name, onFailure });
    const breakpoints = new Breakpoints(keeper, clock);
    const focus = new FocusKeeper(keeper, {
      clock,
      uptime: () => this.clock.uptime(),
      rules,
      breakpoints,
      isForeground: () => isForeground,
      onFailure,
    });
    focus.onDidEnd(session => this.ends.push({ window: name, session }));
    const workdays = new WorkdayKeeper(keeper, { rules, yieldTurn: () => Promise.resolve() });
    const mayAsk = () => this.mayAsk;
    const checkIns = new CheckInKeeper(keeper, {
      ...{ clock, leader, days, focus, breakpoints, mayAsk, onFailure },
      lastHourOf: day => workdays.lastHourOf(day),
    });
    const aways = new AwayKeeper(keeper, {
      ...{ clock, window: name, zone: () => 'Europe/Berlin', days, focus, rules, onFailure },
      always: () => this.always,
    });
    const alert = new IdleAlert(keeper, {
      ...{ clock, days, focus, leader, onFailure },
      alertAfterMs: () => this.alertAfterMs,
      isActive: () => this.active.has(name),
    });
    alert.onDidAlert(since => this.alerts.push({ window: name, since }));
    const nudges = new NudgeKeeper(keeper, {
      ...{ clock, leader, window: name, onFailure },
      rulesAtWork: this.rulesAtWork(leader),
      nudgeRules: () => this.nudgeRules,
      quietHours: () => null,
      idleAfterMs: () => RULES.idleAfterMs,
      isForeground: () => isForeground && !this.blurred.has(name),
      show: shown => {
        if (this.cannotShow) return new Promise<void>(() => undefined);
        this.seen.push({ window: name, nudges: shown });
        return Promise.resolve();
      },
    });
    return {
      name,
      clock,
      keeper,
      days,
      leader,
      breakpoints,
      focus,
      workdays,
      checkIns,
      aways,
      alert,
      nudges,
    };
  }
}

export type OpenWindow = ReturnType<Windows['make']>;
