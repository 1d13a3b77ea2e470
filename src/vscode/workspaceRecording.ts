import * as vscode from 'vscode';
import type { WorkspaceState } from '../core/messages/panel.ts';
import { Exclusions, type ExcludedPlaces } from './listen/exclusions.ts';
import { openSettings, type UserSettings } from './settings.ts';

/** Whether this window's folders are recorded. The user's settings say so, hence it holds in every window and after a restart. */
export class WorkspaceRecording implements vscode.Disposable {
  private readonly settings: UserSettings;
  private readonly exclusions: Exclusions;
  private readonly subscription: { dispose(): void };

  constructor(settings: UserSettings, excluded: () => ExcludedPlaces) {
    this.settings = settings;
    this.exclusions = new Exclusions(excluded);
    this.subscription = settings.onDidChange(() => {
      this.exclusions.refresh();
    });
  }

  get state(): WorkspaceState {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) return 'none';
    return folders.every(({ uri }) => this.exclusions.holds(uri)) ? 'leftOut' : 'recorded';
  }

  /** Records nothing in these folders until `takeBack`. */
  async leaveOut(): Promise<void> {
    await this.settings.excludeFolders(pathsHere());
  }

  /** Records these folders again. What else leaves them out, a glob or a folder around them, is shown for the user to change. */
  async takeBack(): Promise<void> {
    await this.settings.includeFolders(pathsHere());
    if (this.state !== 'leftOut') return;
    const hasGlobs = this.settings.current['record.exclude'].length > 0;
    await openSettings(hasGlobs ? 'record.exclude' : 'record.excludeFolders');
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

function pathsHere(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
}
