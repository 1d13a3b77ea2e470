import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { edit } from '../support/signals.ts';
import { count, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { recording, secondsIn } from './support/shown.ts';
import { until } from './support/wait.ts';

const MINUTE = 60_000;

describe('the record', () => {
  const folder = makeProject('andon');
  let editor: Editor;
  let window: Workbench;
  /** The local day that is looked at: yesterday. */
  let noon: number;

  before(async () => {
    editor = await Editor.start();
    noon = new Date().setHours(12, 0, 0, 0) - 24 * 60 * MINUTE;
    // Two stretches of ten minutes in two projects, an hour apart.
    const stretch = (from: number, project: string) =>
      Array.from({ length: 31 }, (_, i) =>
        edit(from + i * 20_000, { doc: { project, path: 'src/a.ts', language: 'typescript' } }),
      );
    await seed(editor, [...stretch(noon, 'shop'), ...stretch(noon + 60 * MINUTE, 'tools')]);
    window = await editor.openWindow(folder);
    await recording(window);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  });

  const stats = () => window.webview();
  const tab = (name: string) => window.page.locator('.tab.active', { hasText: name });
  const number = (name: string) => stats().getByRole('button', { name: new RegExp(`^${name} `) });
  const lines = () => stats().locator('.record-line.is-span');
  const activeSeconds = async () => secondsIn(await number('Active').innerText());

  async function openYesterday(): Promise<void> {
    await stats().getByRole('radio', { name: 'Day' }).click();
    await tab('Andon: Day').waitFor();
    const back = stats().getByRole('button', { name: 'Day before' });
    const title = stats().getByText('today', { exact: true });
    if (await title.isVisible()) await back.click();
    await number('Active').waitFor();
    await until('yesterday', activeSeconds, seconds => seconds > 0);
  }

  it('opens from a number, with exactly what it was computed from', async () => {
    await window.runCommand('Andon: Open Stats');
    await tab('Andon: Week').waitFor();
    await openYesterday();
    assert.equal(await activeSeconds(), 1200);
    await number('Active').click();
    await stats().getByRole('button', { name: 'Show the 2 spans behind it' }).click();
    await tab('Andon: Record').waitFor();
    await stats().getByText('Behind Active').waitFor();
    assert.equal(await lines().count(), 2);
    await stats().getByText('2 rows, 20 min of active time.').waitFor();
    await window.screenshot('record');
  });

  it('deletes a span, and the number is another', async () => {
    await lines().first().click();
    await stats().getByText('1 span selected, 10 min.').waitFor();
    await window.page.keyboard.press('Delete');
    await stats().getByText('1 row, 10 min of active time.').waitFor();
    await openYesterday();
    assert.equal(await activeSeconds(), 600);
    assert.equal(count(editor, 'SELECT count(*) FROM span'), 2);
  });

  it('undoes it, and the number is back', async () => {
    await stats().getByRole('radio', { name: 'Record' }).click();
    await stats().getByText('1 row, 10 min of active time.').waitFor();
    await stats().getByRole('treegrid').focus();
    await window.page.keyboard.press('Control+z');
    await stats().getByText('2 rows, 20 min of active time.').waitFor();
    assert.equal(count(editor, 'SELECT count(*) FROM correction'), 0);
  });

  it('gives a span to a project that is written, where the number by project follows', async () => {
    await lines().first().click();
    await stats().getByText('1 span selected, 10 min.').waitFor();
    await stats().getByRole('button', { name: 'Give to project…' }).click();
    const asked = window.page.locator('.quick-input-widget:visible');
    await asked.locator('.quick-input-title', { hasText: 'Give 1 span to' }).waitFor();
    await asked.locator('.quick-input-list').getByText('shop').first().waitFor();
    await asked.locator('input').first().fill('website');
    await window.page.locator('.quick-input-list').getByText('website').first().waitFor();
    await window.page.keyboard.press('Enter');
    await stats()
      .getByText(/^was .?tools/)
      .waitFor();
    assert.equal(count(editor, `SELECT count(*) FROM spans WHERE project = 'website'`), 1);
  });

  it('holds after the window is reloaded, and can be taken back then', async () => {
    await Promise.all([
      window.page.waitForEvent('domcontentloaded'),
      window.runCommand('Developer: Reload Window'),
    ]);
    await recording(window);
    await stats()
      .getByText(/^was .?tools/)
      .waitFor();
    await stats().getByLabel('Corrected').check();
    await stats().getByText('1 row, 10 min of active time.').waitFor();
    await stats().getByRole('row').getByRole('button', { name: 'Take back' }).click();
    await stats().getByText('Nothing is corrected here.').waitFor();
    assert.equal(count(editor, 'SELECT count(*) FROM correction'), 0);
    await openYesterday();
    assert.equal(await activeSeconds(), 1200);
  });
});
