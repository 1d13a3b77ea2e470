import * as vscode from 'vscode';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import {
  STATS_REQUEST,
  type StatsMessage,
  type StatsRequest,
  type StatsSnapshot,
} from '../../core/messages/stats.ts';
import type { DayKeeper } from '../../runtime/dayKeeper.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { RecordList } from '../../runtime/recordList.ts';
import type { StatsKeeper } from '../../runtime/statsKeeper.ts';
import type { CorrectionDesk } from '../record/correctionDesk.ts';
import { answer, type Answers } from './answers/answers.ts';
import { recordListAnswers } from './answers/recordListAnswers.ts';
import { statsAnswers } from './answers/statsAnswers.ts';
import { fillTab } from './fillTab.ts';
import { recordingState } from './recordingState.ts';
import { STATS_TAB } from './tabPlace.ts';

export interface StatsTabPorts {
  readonly extensionUri: vscode.Uri;
  readonly memory: vscode.Memento;
  /** Where the record lies, or would. */
  readonly folder: string;
  readonly keeper: RecordKeeper;
  readonly days: DayKeeper;
  readonly stats: StatsKeeper;
  readonly list: RecordList;
  readonly corrections: CorrectionDesk;
  readonly log: vscode.LogOutputChannel;
}

/** What the tab shows; `date` null: whatever is today. */
export type StatsRange =
  { readonly kind: 'day' | 'week'; readonly date: string | null } | { readonly kind: 'record' };

const TITLES: { readonly [K in StatsRange['kind']]: string } = {
  day: 'Andon: Day',
  week: 'Andon: Week',
  record: 'Andon: Record',
};

/** The stats in an editor tab, at most one in a window. */
export class StatsTab {
  private readonly ports: StatsTabPorts;
  private readonly answers: Answers<StatsRequest>;
  private panel: vscode.WebviewPanel | null = null;
  private range: StatsRange = { kind: 'week', date: null };
  /** Counts what was asked for, so that a late answer does not overtake a newer one. */
  private asked = 0;

  constructor(ports: StatsTabPorts) {
    this.ports = ports;
    const update = () => {
      this.update();
    };
    const show = (range: StatsRange) => {
      this.range = range;
      this.update();
    };
    const { list, corrections } = ports;
    this.answers = {
      ...statsAnswers({ start: () => ports.keeper.start(), show, update }),
      ...recordListAnswers({ list, desk: corrections, show, update }),
    };
  }

  /** Brings the tab to the user. */
  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    this.range = { kind: 'week', date: null };
    this.adopt(vscode.window.createWebviewPanel(STATS_TAB, TITLES.week, vscode.ViewColumn.Active));
  }

  /** Brings the record to the user, as far as a filter lets it through. */
  showRecord(filter: RecordFilter): void {
    this.ports.list.show(filter);
    this.range = { kind: 'record' };
    if (this.panel) {
      this.panel.reveal();
      this.update();
      return;
    }
    this.adopt(vscode.window.createWebviewPanel(STATS_TAB, TITLES.record, vscode.ViewColumn.Active));
  }

  /** Takes the tab that was there before a reload. */
  restore(panel: vscode.WebviewPanel): void {
    // Its page is there already and asks by itself for what it showed.
    if (this.panel) panel.dispose();
    else this.adopt(panel);
  }

  /** Sends what there is to show, if anybody sees it. */
  update(): void {
    if (!this.panel?.visible) return;
    const turn = ++this.asked;
    this.snapshot().then(
      stats => {
        if (stats && turn === this.asked) this.send(stats);
      },
      (error: unknown) => {
        this.ports.log.error('The stats could not be read from the record', error);
      },
    );
  }

  private adopt(panel: vscode.WebviewPanel): void {
    panel.onDidChangeViewState(() => {
      this.update();
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = null;
    });
    this.panel = panel;
    fillTab(panel, { extensionUri: this.ports.extensionUri, page: 'stats' }, message => {
      this.receive(message);
    });
  }

  private async snapshot(): Promise<StatsSnapshot | null> {
    const { keeper, days } = this.ports;
    // Not known yet: the tab waits.
    if (!keeper.state) return null;
    const recording = recordingState(keeper.state, this.ports);
    const today = days.today().local.date;
    return { at: Date.now(), today, recording, range: await this.rangeOf(today) };
  }

  private async rangeOf(today: string): Promise<StatsSnapshot['range']> {
    const { stats, list } = this.ports;
    const { range } = this;
    switch (range.kind) {
      case 'day':
        return stats.day(range.date ?? today);
      case 'week':
        return { kind: 'week', week: await stats.week(range.date ?? today) };
      case 'record':
        return { kind: 'record', record: list.view() };
    }
  }

  private send(stats: StatsSnapshot): void {
    if (!this.panel) return;
    const title = TITLES[stats.range.kind];
    if (this.panel.title !== title) this.panel.title = title;
    const message: StatsMessage = { type: 'stats', stats };
    void this.panel.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    const parsed = STATS_REQUEST.safeParse(message);
    if (!parsed.success) {
      this.ports.log.warn('A message from the stats was not understood and dropped.', parsed.error.message);
      return;
    }
    answer(this.answers, parsed.data).catch((error: unknown) => {
      this.ports.log.error(`The stats asked for ${parsed.data.type}, which failed`, error);
    });
  }
}
