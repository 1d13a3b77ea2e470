import * as vscode from 'vscode';

const ERASE = 'Erase everything';

/** Asks before everything is erased; modal, since nothing brings it back. */
export async function confirmErase(folder: string): Promise<boolean> {
  const answer = await vscode.window.showWarningMessage(
    'Erase everything that Andon has recorded?',
    {
      modal: true,
      detail: `All days of all projects, the queue, the focus sessions and the check-ins, in ${folder}. This cannot be undone. Recording stops until you start it again.`,
    },
    ERASE,
  );
  return answer === ERASE;
}
