import * as vscode from 'vscode';
import { quoteTitle } from '../../core/queue/changeText.ts';
import { todoOf } from '../../core/queue/todoComment.ts';

/** Takes the title; only the code action runs it, so it stands in no palette. */
const ADD_TODO = '_andon.queue.addTodo';

/** Offers to put a TODO comment into the queue. A line is looked at when the cursor comes to it, and let go. */
export function registerTodoAction(add: (title: string) => Promise<void>): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const title = todoOf(document.lineAt(range.start.line).text);
      if (title === null) return [];
      const action = new vscode.CodeAction(
        `Add to the queue: ${quoteTitle(title)}`,
        vscode.CodeActionKind.QuickFix,
      );
      action.command = { command: ADD_TODO, title: action.title, arguments: [title] };
      return [action];
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ pattern: '**' }, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.commands.registerCommand(ADD_TODO, add),
  );
}
