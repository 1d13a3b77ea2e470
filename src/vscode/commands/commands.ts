import * as vscode from 'vscode';
import type { Lazy } from '../../base/lazy.ts';
import { COMMANDS, type Command } from './names.ts';

/** What each command does; forgetting one does not compile. */
export type CommandHandlers = {
  readonly [C in Command]: (argument?: unknown) => Promise<void> | void;
};

/** Registers the commands; what they do is loaded with the first. One that fails is logged and told. */
export function registerCommands(
  handlers: Lazy<CommandHandlers>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(command =>
      vscode.commands.registerCommand(command, async (argument: unknown) => {
        try {
          const { [command]: run } = await handlers.get();
          await run(argument);
        } catch (error) {
          log.error(`${command} failed`, error);
          const answer = await vscode.window.showErrorMessage(
            `Andon could not do that: ${error instanceof Error ? error.message : String(error)}`,
            'Show log',
          );
          if (answer) log.show();
        }
      }),
    ),
  );
}
