import { commands, window, type LogOutputChannel } from 'vscode';
import type { Repair } from '../../core/record/repair.ts';

const OPEN_FOLDER = 'Open the data folder';

/** Says what came of mending a damaged record, in the window that did it. Settles once it is said. */
export async function tellRepaired(repair: Repair, log: LogOutputChannel): Promise<void> {
  const { describeRepair } = await import('../../core/record/repair.ts');
  const message = `Andon: ${describeRepair(repair)}`;
  log.warn(message);
  void window.showWarningMessage(message, OPEN_FOLDER).then(async answer => {
    if (answer === OPEN_FOLDER) await commands.executeCommand('andon.openDataFolder');
  });
}
