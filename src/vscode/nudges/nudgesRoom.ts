import * as vscode from 'vscode';
import type { Clock } from '../../base/clock.ts';
import { DisposableStore } from '../../base/disposable.ts';
import type { Event } from '../../base/emitter.ts';
import type { Signal } from '../../core/activity/signal.ts';
import { learntOf } from '../../core/nudges/learning/learntWords.ts';
import type { NudgesView } from '../../core/messages/nudges.ts';
import type { Nudge, NudgeAnswer } from '../../core/nudges/nudge.ts';
import { entriesOf, nudgeText } from '../../core/nudges/nudgeView.ts';
import { standingOf } from '../../core/nudges/past.ts';
import { parseQuietHours } from '../../core/nudges/quietHours.ts';
import { standingWords } from '../../core/nudges/standingWords.ts';
import type { Wording } from '../../core/nudges/words.ts';
import type { Rule, Suggestion } from '../../core/rules/rule.ts';
import { sayDay } from '../../core/queue/sayDue.ts';
import { minutes } from '../../core/settings.ts';
import { clockText } from '../../core/text/clock.ts';
import type { FocusKeeper } from '../../runtime/focusKeeper.ts';
import type { Leader } from '../../runtime/leader.ts';
import { NudgeKeeper } from '../../runtime/nudgeKeeper.ts';
import type { RulesAtWork } from '../../runtime/nudgePorts.ts';
import { nudgeRulesOf } from '../../runtime/nudgeRules.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { askUntil } from '../queue/askUntil.ts';
import type { UserSettings } from '../settings.ts';
import { PanelPlace } from '../show/panelPlace.ts';
import { Falls } from './falls.ts';
import { pickNudgeAnswer, pickStanding } from './menus.ts';
import { NudgeItem } from './nudgeItem.ts';
import { takeUp } from './offers.ts';
import { tellNudges, type ToastAnswer } from './toast.ts';

export interface NudgesRoomPorts {
  readonly keeper: RecordKeeper;
  readonly leader: Leader;
  readonly focus: FocusKeeper;
  readonly rulesAtWork: RulesAtWork;
  readonly settings: UserSettings;
  readonly clock: Clock;
  readonly zone: () => string;
  /** The label of this window. */
  readonly window: string;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Everything of nudges in one window: what is decided, shown and answered. */
export class NudgesRoom implements vscode.Disposable {
  private readonly ports: NudgesRoomPorts;
  private readonly disposables = new DisposableStore();
  private readonly nudges: NudgeKeeper;
  private readonly item = this.disposables.add(new NudgeItem());
  private readonly falls: Falls;

  /** What the panel shows of it has changed. */
  readonly onDidChange: Event<void>;

  constructor(ports: NudgesRoomPorts) {
    const { keeper, settings, rulesAtWork, focus } = ports;
    this.ports = ports;
    this.falls = new Falls(ports);
    this.nudges = this.disposables.add(
      new NudgeKeeper(keeper, {
        ...ports,
        nudgeRules: () => nudgeRulesOf(settings.current),
        quietHours: () => parseQuietHours(settings.current['nudges.quietHours']),
        idleAfterMs: () => minutes(settings.current['idle.after']),
        isForeground: () => vscode.window.state.focused,
        show: nudges => {
          this.show(nudges);
          return Promise.resolve();
        },
      }),
    );
    this.onDidChange = this.nudges.onDidChange;
    const update = () => {
      this.updateItem();
    };
    for (const changed of [this.nudges.onDidChange, rulesAtWork.onDidChange, focus.onDidChange])
      this.disposables.add(changed(update));
    update();
  }

  signal(signal: Signal): void {
    this.nudges.signal(signal);
  }

  /** null: there is nothing to say. */
  get view(): NudgesView | null {
    const { keeper, rulesAtWork, settings } = this.ports;
    const { readable } = keeper;
    if (!readable) return null;
    const entries = entriesOf(this.open, {
      rules: rulesAtWork.rules,
      wording: this.wording(),
      calendar: readable.calendar,
      learnt: settings.current['nudges.learning'] ? this.nudges.past.learnt : null,
    });
    const falls = this.falls.views(this.nudges.levelsSet);
    return entries.length + falls.length > 0 ? { entries, falls } : null;
  }

  /** In a focus session nothing is. */
  private get open(): readonly Nudge[] {
    const { session } = this.ports.focus;
    return session && session.kind !== 'break' ? [] : this.nudges.open;
  }

  /** Does what a nudge suggests. Rejects with a `StoreError`. */
  async act(id: number, suggestion: Suggestion): Promise<void> {
    await this.nudges.answer([id], { kind: 'acted' });
    await takeUp(suggestion);
  }

  /** Rejects with a `StoreError`. */
  answer(id: number, answer: NudgeAnswer): Promise<void> {
    return this.nudges.answer([id], answer);
  }

  /** Asks until when. Rejects with a `StoreError`. */
  async snooze(ids: readonly number[]): Promise<void> {
    const { keeper, clock } = this.ports;
    if (!keeper.readable) return;
    const until = await askUntil(keeper.readable.calendar, clock.now(), 'Until when is it not to be shown?');
    if (until !== undefined) await this.nudges.answer(ids, { kind: 'snoozed', until });
  }

  /** Asks what else to answer. Rejects with a `StoreError`. */
  async menu(id: number): Promise<void> {
    const nudge = this.nudges.open.find(each => each.id === id);
    if (!nudge) return;
    const { rules } = this.ports.rulesAtWork;
    const suggested = rules.find(({ rule }) => rule.id === nudge.rule)?.rule.suggest ?? [];
    const picked = await pickNudgeAnswer(nudgeText(nudge, rules), suggested, nudge.level !== 'panel');
    if (picked === 'tune') await tune(nudge.rule);
    else if (typeof picked === 'string') await this.act(id, picked);
    else if (picked) await this.answer(id, picked);
  }

  /** Shows how suggestions stand, and takes back what was said of them. Rejects with a `StoreError`. */
  async manage(): Promise<void> {
    const { rulesAtWork } = this.ports;
    const held = this.heldBack();
    const { past } = this.nudges;
    const learnt = rulesAtWork.rules.flatMap(({ rule }) =>
      learntOf(past.learnt, rule.id).map(({ text }) => ({ name: nameOf(rule), text })),
    );
    if (held.length + learnt.length === 0) {
      const open = 'Tune rules';
      const message = 'Every suggestion is shown as it is set: you have put off, lowered or ended none.';
      if (await vscode.window.showInformationMessage(message, open)) await tune();
      return;
    }
    const answer = await pickStanding(held, learnt);
    if (answer?.kind === 'restore') await this.nudges.restore(answer.rule);
    else if (answer?.kind === 'tune') await tune();
    else if (answer) await this.nudges.resetLearning();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private heldBack() {
    const { rulesAtWork, clock, zone, keeper } = this.ports;
    const now = clock.now();
    const { calendar } = keeper.readable ?? {};
    const dayOf = (at: number) => (calendar ? sayDay(calendar.dayAt(at).date, calendar.dayAt(now).date) : '');
    const words = { clock: clockText(zone()), dayOf };
    return rulesAtWork.rules.flatMap(({ rule }) => {
      const how = standingWords(standingOf(this.nudges.past, rule.id), now, words);
      return how === '' ? [] : [{ rule: rule.id, name: nameOf(rule), how }];
    });
  }

  private wording(): Wording {
    return { clock: clockText(this.ports.zone()), rules: nudgeRulesOf(this.ports.settings.current) };
  }

  private show(nudges: readonly Nudge[]): void {
    const { rules } = this.ports.rulesAtWork;
    this.updateItem(nudges);
    const toasts = nudges.filter(({ surface }) => surface === 'toast');
    tellNudges(toasts, rules, answer => this.take(toasts, answer));
  }

  /** What was said to a message. */
  private async take(toasts: readonly Nudge[], answer: ToastAnswer): Promise<void> {
    const ids = toasts.map(({ id }) => id);
    try {
      switch (answer.kind) {
        case 'act':
          for (const id of ids) await this.act(id, answer.suggestion);
          return;
        case 'snooze':
          await this.snooze(ids);
          return;
        case 'less':
        case 'dismiss':
          await this.nudges.answer(ids, { kind: 'dismissed', isLess: answer.kind === 'less' });
          return;
        case 'look':
          await vscode.commands.executeCommand(`${PanelPlace.viewId}.focus`);
      }
    } catch (error) {
      this.ports.onFailure('What was said to a suggestion could not be done.', error);
    }
  }

  /** `coming`: what is about to be shown. */
  private updateItem(coming: readonly Nudge[] = []): void {
    const nudges = [...this.open, ...coming].filter(({ surface }) => surface !== 'panel');
    this.item.update(nudges, this.ports.rulesAtWork.rules, this.wording());
  }
}

function nameOf({ id, description }: Rule): string {
  return description === '' ? id : description;
}

/** Opens the page that tunes rules, at one of them if its id is given. */
async function tune(rule?: string): Promise<void> {
  await vscode.commands.executeCommand('andon.tune', rule);
}
