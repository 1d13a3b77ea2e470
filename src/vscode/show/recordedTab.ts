import * as vscode from 'vscode';
import {
  RECORDED_REQUEST,
  type RecordedMessage,
  type RecordedRequest,
  type RecordedView,
} from '../../core/messages/recorded.ts';
import { clockText } from '../../core/text/clock.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { recordView } from '../../runtime/recordView.ts';
import { DisposableStore } from '../../base/disposable.ts';
import { machineZone } from '../machine.ts';
import type { UserSettings } from '../settings.ts';
import type { WorkspaceRecording } from '../workspaceRecording.ts';
import { answer, type Answers } from './answers/answers.ts';
import { recordedAnswers } from './answers/recordedAnswers.ts';
import { fillTab } from './fillTab.ts';
import { recordingState } from './recordingState.ts';
import { RECORDED_TAB } from './tabPlace.ts';

export interface RecordedTabPorts {
  readonly extensionUri: vscode.Uri;
  readonly memory: vscode.Memento;
  /** Where the record lies, or would, and the path of its file. */
  readonly folder: string;
  readonly file: string;
  readonly keeper: RecordKeeper;
  readonly settings: UserSettings;
  readonly workspace: WorkspaceRecording;
  readonly log: vscode.LogOutputChannel;
}

/** Rows come all the time; reading them takes a thread. */
const LIVE_MS = 5_000;

/** What is recorded, with real rows, in an editor tab; at most one in a window. */
export class RecordedTab implements vscode.Disposable {
  private readonly ports: RecordedTabPorts;
  private readonly answers: Answers<RecordedRequest>;
  private readonly disposables = new DisposableStore();
  private panel: vscode.WebviewPanel | null = null;
  /** Counts what was asked for, so that a late answer does not overtake a newer one. */
  private asked = 0;
  private soon: NodeJS.Timeout | null = null;

  constructor(ports: RecordedTabPorts) {
    this.ports = ports;
    const { keeper, settings, workspace, log } = ports;
    const update = () => {
      this.update();
    };
    const updateSoon = () => {
      this.updateSoon();
    };
    this.answers = recordedAnswers({ keeper, workspace, log, update });
    this.disposables.add(keeper.onDidChangeState(update));
    this.disposables.add(keeper.onDidForget(update));
    this.disposables.add(settings.onDidChange(update));
    this.disposables.add(keeper.onDidChangeRecord(updateSoon));
    this.disposables.add(keeper.onDidCommit(updateSoon));
  }

  /** Brings the tab to the user. */
  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const { Active } = vscode.ViewColumn;
    this.adopt(vscode.window.createWebviewPanel(RECORDED_TAB, 'Andon: What Is Recorded', Active));
  }

  /** Takes the tab that was there before a reload. */
  restore(panel: vscode.WebviewPanel): void {
    if (this.panel) panel.dispose();
    else this.adopt(panel);
  }

  dispose(): void {
    this.disposables.dispose();
    if (this.soon) clearTimeout(this.soon);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.onDidChangeViewState(() => {
      this.update();
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = null;
    });
    fillTab(panel, { extensionUri: this.ports.extensionUri, page: 'stats' }, message => {
      this.receive(message);
    });
  }

  private updateSoon(): void {
    if (!this.panel?.visible || this.soon) return;
    this.soon = setTimeout(() => {
      this.soon = null;
      this.update();
    }, LIVE_MS);
  }

  /** Sends what there is to show, if anybody sees it. */
  private update(): void {
    if (!this.panel?.visible) return;
    const turn = ++this.asked;
    this.view().then(
      recorded => {
        if (!recorded || turn !== this.asked) return;
        const message: RecordedMessage = { type: 'recorded', recorded };
        void this.panel?.webview.postMessage(message);
      },
      (error: unknown) => {
        this.ports.log.error('What is recorded could not be told', error);
      },
    );
  }

  private async view(): Promise<RecordedView | null> {
    const { keeper, settings, workspace, folder } = this.ports;
    if (!keeper.state) return null;
    const at = Date.now();
    const { current } = settings;
    return {
      at,
      atText: clockText(machineZone()).time(at),
      recording: recordingState(keeper.state, this.ports),
      workspace: workspace.state,
      folder,
      record: await this.record(),
      folders: current['record.excludeFolders'],
      globs: current['record.exclude'],
      keepMonths: current['record.keepMonths'],
    };
  }

  private async record(): Promise<RecordedView['record']> {
    const { keeper, file, log } = this.ports;
    if (!keeper.readable) return null;
    try {
      return await recordView(keeper.readable, file);
    } catch (error) {
      log.error('The last rows of the record could not be read', error);
      return null;
    }
  }

  private receive(message: unknown): void {
    const parsed = RECORDED_REQUEST.safeParse(message);
    const { log } = this.ports;
    if (!parsed.success) {
      log.warn('A message from “What is recorded” was not understood and dropped.', parsed.error.message);
      return;
    }
    answer(this.answers, parsed.data).catch((error: unknown) => {
      log.error(`“What is recorded” asked for ${parsed.data.type}, which failed`, error);
    });
  }
}
