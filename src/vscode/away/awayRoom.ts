import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import type { Event } from '../../base/emitter.ts';
import type { Interval } from '../../core/activity/interval.ts';
import { AWAY_KINDS, UNNAMED, type AwayKind } from '../../core/activity/signal.ts';
import { ruleLike, ruleText, withRule } from '../../core/idle/always.ts';
import { awayText, NAMED_AS } from '../../core/idle/awayText.ts';
import type { AwayView } from '../../core/messages/away.ts';
import { minutes } from '../../core/settings.ts';
import { clockText } from '../../core/text/clock.ts';
import { AwayKeeper, type AwayKeeperPorts } from '../../runtime/awayKeeper.ts';
import { IdleAlert } from '../../runtime/idleAlert.ts';
import type { Leader } from '../../runtime/leader.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { timesAway } from '../../runtime/timesAway.ts';
import { openSettings, type UserSettings } from '../settings.ts';
import { AlertItem, tellAway } from './alertItem.ts';
import { ANSWER_COMMAND, AwayItem, type AwayAnswer } from './awayItem.ts';
import { nameTime } from './nameTime.ts';
import { pickAlways, pickAnswer } from './pickAnswer.ts';

export interface AwayRoomPorts extends Omit<AwayKeeperPorts, 'always'> {
  readonly keeper: RecordKeeper;
  readonly leader: Leader;
  readonly settings: UserSettings;
}

/** For so long it is said in the status bar what was done. */
const SAID_MS = 8_000;

/** Everything of time away in one window: the question on return, the alert, and naming any time later. */
export class AwayRoom implements vscode.Disposable {
  private readonly ports: AwayRoomPorts;
  private readonly disposables = new DisposableStore();
  private readonly aways: AwayKeeper;
  private readonly alert: IdleAlert;
  private readonly item = this.disposables.add(new AwayItem());
  private readonly alertItem = this.disposables.add(new AlertItem());

  /** What the panel shows of it has changed. */
  readonly onDidChange: Event<void>;

  constructor(ports: AwayRoomPorts) {
    const { keeper, settings, zone } = ports;
    this.ports = ports;
    this.aways = this.disposables.add(
      new AwayKeeper(keeper, { ...ports, always: () => settings.current['idle.always'] }),
    );
    this.alert = this.disposables.add(
      new IdleAlert(keeper, {
        ...ports,
        alertAfterMs: () => minutes(settings.current['idle.alertAfter']),
        isActive: () => vscode.window.state.focused && vscode.window.state.active,
      }),
    );
    this.onDidChange = this.aways.onDidChange;
    this.disposables.add(
      this.aways.onDidChange(() => {
        this.item.update(this.aways.view);
      }),
    );
    this.disposables.add(
      this.alert.onDidChange(() => {
        this.alertItem.update(this.alert.since, zone());
      }),
    );
    this.disposables.add(
      this.alert.onDidAlert(since => {
        tellAway(since, zone());
      }),
    );
    this.disposables.add(
      vscode.commands.registerCommand(ANSWER_COMMAND, (link: unknown) => this.answerLink(link)),
    );
    this.item.update(this.aways.view);
  }

  /** null: there is nothing to ask or to tell. */
  get view(): AwayView | null {
    return this.aways.view;
  }

  /** Names a pause; `always`: and pauses like it from now on. Rejects with a `StoreError`. */
  async name(pause: Interval, as: AwayKind, always: boolean): Promise<void> {
    await this.aways.say(pause, as);
    if (!always) return;
    const { settings, zone } = this.ports;
    const rule = ruleLike(pause, as, clockText(zone()));
    await settings.alwaysName(withRule(settings.current['idle.always'], rule));
    vscode.window.setStatusBarMessage(ruleText(rule), SAID_MS);
  }

  /** Leaves the pause as it is. Rejects with a `StoreError`. */
  leave(): Promise<void> {
    return this.aways.leave();
  }

  /** Lets the user name any time of today or yesterday, or name it anew. Rejects with a `StoreError`. */
  async choose(): Promise<void> {
    const { keeper, days, rules, zone } = this.ports;
    const { readable } = keeper;
    if (!readable) {
      void vscode.window.showInformationMessage('There is no record yet in which a time could be named.');
      return;
    }
    const clock = clockText(zone());
    const { calendar } = readable;
    const named = await nameTime({ days: timesAway(readable, days, rules()), calendar, clock });
    if (!named) return;
    await this.aways.say(named.range, named.as);
    const said = named.as === UNNAMED ? 'The name was taken back' : NAMED_AS[named.as];
    vscode.window.setStatusBarMessage(`${said}: ${clock.range(named.range)}.`, SAID_MS);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** A click on the status bar item, or on a link of its tooltip. */
  private async answerLink(link: unknown): Promise<void> {
    const { view } = this.aways;
    const { start, end, answer } = isLink(link)
      ? link
      : { ...view, answer: view && (await pickAnswer(view)) };
    if (start === undefined || end === undefined || !answer) return;
    try {
      await this.answer({ start, end }, answer);
    } catch (error) {
      this.ports.onFailure('A time away could not be named.', error);
      void vscode.window.showErrorMessage(`${awayText({ start, end })} could not be named. Try it again.`);
    }
  }

  private async answer(pause: Interval, answer: AwayAnswer): Promise<void> {
    switch (answer) {
      case 'leave':
        return this.leave();
      case 'setting':
        return openSettings('idle.always');
      case 'always': {
        const { view } = this.aways;
        const as = view && (await pickAlways(view));
        if (as) await this.name(pause, as, true);
        return;
      }
      default:
        return this.aways.say(pause, answer);
    }
  }
}

type Link = Interval & { readonly answer: AwayAnswer };

const ANSWERS: readonly AwayAnswer[] = [...AWAY_KINDS, UNNAMED, 'always', 'leave', 'setting'];

/** Whatever calls a command may hand anything to it. */
function isLink(link: unknown): link is Link {
  if (typeof link !== 'object' || link === null) return false;
  const { start, end, answer } = link as { readonly [key in keyof Link]?: unknown };
  return Number.isFinite(start) && Number.isFinite(end) && ANSWERS.some(known => known === answer);
}
