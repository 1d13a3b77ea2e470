import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { RuleKeeper, type RuleKeeperPorts } from '../../runtime/ruleKeeper.ts';
import { RuleNews } from '../../runtime/ruleNews.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import type { UserSettings } from '../settings.ts';
import { markSettingsFiles } from './settingsFiles.ts';

export interface RulesRoomPorts extends Omit<RuleKeeperPorts, 'settings' | 'onRuleFailure'> {
  readonly settings: UserSettings;
  readonly log: vscode.LogOutputChannel;
}

/** Everything of rules in one window: they look at the record, and what is wrong with them is said. */
export class RulesRoom implements vscode.Disposable {
  readonly rules: RuleKeeper;
  private readonly disposables = new DisposableStore();
  private readonly log: vscode.LogOutputChannel;
  /** The rules that were said to have failed. */
  private readonly told = new Set<string>();

  constructor(keeper: RecordKeeper, ports: RulesRoomPorts) {
    const { settings, log } = ports;
    this.log = log;
    this.rules = this.disposables.add(
      new RuleKeeper(keeper, {
        ...ports,
        settings: () => settings.current,
        onRuleFailure: (rule, error) => {
          this.tellFailure(rule, error);
        },
      }),
    );
    const news = new RuleNews(this.rules, {
      onProblem: line => {
        log.warn(line);
      },
      onNews: line => {
        log.info(line);
      },
    });
    this.disposables.add(
      this.rules.onDidChange(() => {
        news.tell();
      }),
    );
    this.disposables.add(
      settings.onDidChange(() => {
        this.rules.refresh();
      }),
    );
    news.tell();
    this.disposables.add(markSettingsFiles(ports.onFailure));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private tellFailure(rule: string, error: unknown): void {
    this.log.error(
      `The rule ${rule} has failed, and is off until it is changed or Andon is started again.`,
      error,
    );
    if (this.told.has(rule)) return;
    this.told.add(rule);
    const message = `The rule ${rule} has failed and is off. The others are at work.`;
    void vscode.window.showWarningMessage(message, 'Show log').then(answer => {
      if (answer) this.log.show();
    });
  }
}
