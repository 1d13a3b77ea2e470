import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** The stats among all open tabs. */
function statsTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('andon.stats'));
}

async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come true`);
    await pause(100);
  }
}

describe('the stats', () => {
  before(async () => {
    await vscode.extensions.getExtension('andon.andon')?.activate();
    await until('the command', async () =>
      (await vscode.commands.getCommands(true)).includes('andon.showStats'),
    );
  });
  after(() => vscode.window.tabGroups.close(statsTabs()));

  it('open in one tab, however often they are asked for', async () => {
    await vscode.commands.executeCommand('andon.showStats');
    await until('a tab', () => statsTabs().length === 1);
    assert.equal(statsTabs()[0]?.label, 'Andon: Week');
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await until('another tab in front', () => statsTabs()[0]?.isActive === false);
    await vscode.commands.executeCommand('andon.showStats');
    await until('the tab in front', () => statsTabs()[0]?.isActive === true);
    assert.equal(statsTabs().length, 1);
  });

  it('open anew after their tab was closed', async () => {
    await vscode.window.tabGroups.close(statsTabs());
    await until('no tab', () => statsTabs().length === 0);
    await vscode.commands.executeCommand('andon.showStats');
    await until('a tab', () => statsTabs().length === 1);
  });
});
