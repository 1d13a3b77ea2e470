import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import { readSettings, type SettingKey, type Settings } from '../core/settings.ts';

const SECTION = 'andon';

/** The user's settings, read anew when they change. What cannot be used is told once. */
export class UserSettings implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly told = new Set<string>();
  private readonly log: vscode.LogOutputChannel;
  private known: Settings;

  readonly onDidChange = this.changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.log = log;
    this.known = this.read();
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration(SECTION)) return;
        this.known = this.read();
        this.changed.fire();
      }),
    );
  }

  get current(): Settings {
    return this.known;
  }

  /** Leaves the files of a folder out of the record. */
  async excludeFolder(path: string): Promise<void> {
    const folders = this.known['record.excludeFolders'];
    if (!folders.includes(path)) await this.write('record.excludeFolders', [...folders, path]);
  }

  async includeFolder(path: string): Promise<void> {
    const folders = this.known['record.excludeFolders'].filter(folder => folder !== path);
    await this.write('record.excludeFolders', folders);
  }

  async sortQueue(by: Settings['queue.sortBy']): Promise<void> {
    await this.write('queue.sortBy', by);
  }

  /** Says which pauses name themselves from now on. */
  async alwaysName(rules: Settings['idle.always']): Promise<void> {
    await this.write('idle.always', rules);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async write<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
    await vscode.workspace.getConfiguration(SECTION).update(key, value, vscode.ConfigurationTarget.Global);
  }

  private read(): Settings {
    const configuration = vscode.workspace.getConfiguration(SECTION);
    const { settings, problems } = readSettings(key => configuration.get(key));
    for (const { message } of problems) this.tell(message);
    return settings;
  }

  private tell(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.log.warn(message);
    void vscode.window.showWarningMessage(message, 'Open settings').then(async answer => {
      if (answer) await openSettings();
    });
  }
}

/** Opens VS Code's settings at Andon's, or at one of them (a key without the `andon.` prefix). */
export async function openSettings(key?: string): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openSettings',
    key ? `${SECTION}.${key}` : `@ext:andon.andon`,
  );
}
