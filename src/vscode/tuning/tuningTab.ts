import * as vscode from 'vscode';
import { systemClock } from '../../base/clock.ts';
import { DisposableStore } from '../../base/disposable.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows, RowsMessage } from '../../core/messages/record.ts';
import {
  TUNING_REQUEST,
  type CheckedMessage,
  type TrialMessage,
  type TuningMessage,
  type TuningRequest,
  type TuningView,
  type WantedRule,
} from '../../core/messages/tuning.ts';
import type { RecordSoFar } from '../../core/rules/neededDays.ts';
import { ruleViews } from '../../core/tuning/ruleViews.ts';
import { settingViews } from '../../core/tuning/settingViews.ts';
import { NudgeTrial } from '../../runtime/nudgeTrial.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { recordSoFar } from '../../runtime/recordSoFar.ts';
import { machineZone, yieldTurn } from '../machine.ts';
import type { UserSettings } from '../settings.ts';
import { answer, type Answers } from '../show/answers/answers.ts';
import { fillTab } from '../show/fillTab.ts';
import { recordingState } from '../show/recordingState.ts';
import { TUNING_TAB } from '../show/tabPlace.ts';
import { inspectSetting, settingTexts } from './settingWriter.ts';
import { TrialDesk } from './trialDesk.ts';
import { tuningAnswers } from './tuningAnswers.ts';

export interface TuningTabPorts {
  readonly extension: vscode.Extension<unknown>;
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
  readonly keeper: RecordKeeper;
  readonly settings: UserSettings;
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
  /** Reads the first rows of it. Rejects with a `StoreError`. */
  readonly readRows: (filter: RecordFilter) => Promise<FirstRows>;
  readonly onFailure: (what: string, error: unknown) => void;
  readonly log: vscode.LogOutputChannel;
}

/** Rules and settings, tuned on one's own past, in an editor tab; at most one in a window. */
export class TuningTab implements vscode.Disposable {
  private readonly ports: TuningTabPorts;
  private readonly answers: Answers<TuningRequest>;
  private readonly trials: TrialDesk;
  private readonly disposables = new DisposableStore();
  private panel: vscode.WebviewPanel | null = null;
  private wanted: WantedRule | null = null;

  constructor(ports: TuningTabPorts) {
    this.ports = ports;
    const { keeper, settings, openRecord, readRows, onFailure } = ports;
    const trial = new NudgeTrial({
      record: () => keeper.readable,
      zone: machineZone,
      yieldTurn,
      onFailure,
    });
    const update = () => {
      this.update();
    };
    this.trials = new TrialDesk({
      trial,
      settings: () => settings.current,
      send: view => {
        this.send({ type: 'trial', trial: view });
      },
      onFailure,
    });
    const { trials } = this;
    this.answers = tuningAnswers({
      ...{ keeper, settings, trials, openRecord, readRows, update },
      sendRows: message => {
        this.send(message);
      },
      sendChecked: checked => {
        this.send({ type: 'checked', checked });
      },
    });
    this.disposables.add(keeper.onDidChangeState(update));
    this.disposables.add(settings.onDidChange(update));
    this.disposables.add(
      keeper.onDidForget(() => {
        trial.forget();
      }),
    );
  }

  /** Brings the tab to the user, with one rule open if its id is given. */
  show(rule: string | null): void {
    this.wanted = rule === null ? null : { id: rule, at: Date.now() };
    if (this.panel) {
      this.panel.reveal();
      this.update();
      return;
    }
    const { Active } = vscode.ViewColumn;
    this.adopt(vscode.window.createWebviewPanel(TUNING_TAB, 'Andon: Rules and Settings', Active));
  }

  /** Takes the tab that was there before a reload. */
  restore(panel: vscode.WebviewPanel): void {
    if (this.panel) panel.dispose();
    else this.adopt(panel);
  }

  dispose(): void {
    this.trials.stop();
    this.disposables.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.onDidChangeViewState(() => {
      this.update();
    });
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = null;
      this.trials.stop();
    });
    const { extensionUri } = this.ports.extension;
    fillTab(panel, { extensionUri, page: 'settings' }, message => {
      this.receive(message);
    });
  }

  /** Sends what there is to show, if anybody sees it. */
  private update(): void {
    const tuning = this.panel?.visible ? this.view() : null;
    if (!tuning) return;
    this.send({ type: 'tuning', tuning });
    this.trials.sendAgain();
  }

  private view(): TuningView | null {
    const { keeper, settings, extension } = this.ports;
    if (!keeper.state) return null;
    return {
      recording: recordingState(keeper.state, this.ports),
      ...ruleViews(settings.current, this.soFar()),
      settings: settingViews(settingTexts(extension), inspectSetting),
      wanted: this.wanted,
    };
  }

  private soFar(): RecordSoFar | null {
    const { keeper, onFailure } = this.ports;
    try {
      return keeper.readable && recordSoFar(keeper.readable, systemClock.now());
    } catch (error) {
      onFailure('How much is recorded could not be read.', error);
      return null;
    }
  }

  private send(message: TuningMessage | TrialMessage | CheckedMessage | RowsMessage): void {
    void this.panel?.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    const parsed = TUNING_REQUEST.safeParse(message);
    const { log } = this.ports;
    if (!parsed.success) {
      log.warn('A message from “Rules and settings” was not understood and dropped.', parsed.error.message);
      return;
    }
    answer(this.answers, parsed.data).catch((error: unknown) => {
      log.error(`“Rules and settings” asked for ${parsed.data.type}, which failed`, error);
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Andon could not do that: ${why}`);
    });
  }
}
