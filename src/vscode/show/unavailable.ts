import type * as vscode from 'vscode';
import { window } from 'vscode';
import type { KeeperState } from '../../runtime/recordKeeper.ts';

/** Says once why nothing can be recorded, and what to do. */
export async function tellUnavailable(
  { reason, remedy }: Extract<KeeperState, { kind: 'unavailable' }>,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const answer = await window.showWarningMessage(`Andon: ${reason} ${remedy}`, 'Show log');
  if (answer) log.show();
}
