import { commands, window, type LogOutputChannel } from 'vscode';
import { describeRepair, type Repair } from '../../core/record/repair.ts';

const OPEN_FOLDER = 'Open the data folder';

/** Says what came of mending a damaged record, in the window that did it. */
export function tellRepaired(repair: Repair, log: LogOutputChannel): void {
  const message = `Andon: ${describeRepair(repair)}`;
  log.warn(message);
  void window.showWarningMessage(message, OPEN_FOLDER).then(async answer => {
    if (answer === OPEN_FOLDER) await commands.executeCommand('andon.openDataFolder');
  });
}
