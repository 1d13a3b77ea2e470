import * as vscode from 'vscode';
import { Emitter, type Event } from './base/emitter.ts';

/** What other extensions and tests may use. */
export interface AndonApi {
  /** The ids of spans that have just been committed to the database. */
  readonly onDidCommit: Event<readonly number[]>;
}

/**
 * Returns at once: what reads files or needs many modules is loaded when VS Code has nothing more urgent to do, so that Andon
 * delays no start of the editor.
 */
export function activate(context: vscode.ExtensionContext): AndonApi {
  const log = vscode.window.createOutputChannel('Andon', { log: true });
  const committed = new Emitter<readonly number[]>();
  context.subscriptions.push(log, committed);
  setImmediate(() => {
    start(context, log, committed).catch((error: unknown) => {
      log.error('Andon could not start', error);
      void vscode.window
        .showErrorMessage('Andon could not start. Its log says why.', 'Show log')
        .then(answer => {
          if (answer) log.show();
        });
    });
  });
  return { onDidCommit: committed.event };
}

async function start(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  committed: Emitter<readonly number[]>,
): Promise<void> {
  const { House } = await import('./house.ts');
  const house = new House(context, log, ids => {
    committed.fire(ids);
  });
  context.subscriptions.push(house);
  await house.begin();
}
