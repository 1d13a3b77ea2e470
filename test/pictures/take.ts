/**
 * Takes the pictures of the README and the walkthrough from the running product: `npm run package && npm run pictures`, or
 * with `-- tuning` that of tuning alone.
 */
import fs from 'node:fs';
import path from 'node:path';
import { zoneCalendar } from '../../src/core/activity/calendar.ts';
import { openStore } from '../../src/store/open.ts';
import { databaseFile, seed } from '../ui/support/database.ts';
import { makeProject } from '../ui/support/folders.ts';
import { recording } from '../ui/support/shown.ts';
import { COLOR_THEMES } from '../vscode/colorThemes.ts';
import { Editor } from '../vscode/editor.ts';
import { REPOSITORY } from '../vscode/paths.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { withFewColors } from './fewColors.ts';
import { addShownWords, shownSignals } from './shownRecord.ts';
import { switchingRecord } from './switchingRecord.ts';

/** The pictures show an afternoon, whenever they are taken. */
const HOUR_SHOWN = 15;
const SIZE = { width: 1180, height: 940 };
const TALL = { width: 1040, height: 1000 };
const SMALL = { width: 800, height: 500 };
const THEMES = ['dark', 'light'] as const;

const zone = zoneOfAfternoon();
process.env['TZ'] = zone;
if (process.argv[2] !== 'tuning') for (const theme of THEMES) await takeAll(theme);
await takeTuning();

/** A zone in which it is about three in the afternoon now. */
function zoneOfAfternoon(): string {
  const ahead = HOUR_SHOWN - new Date().getUTCHours();
  // The signs of these names are the other way round.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

async function takeAll(theme: (typeof THEMES)[number]): Promise<void> {
  const folder = makeProject('andon');
  fs.copyFileSync(path.join(REPOSITORY, 'src/core/activity/interval.ts'), path.join(folder, 'interval.ts'));
  const editor = await Editor.start({
    settings: {
      'workbench.colorTheme': COLOR_THEMES[theme],
      'editor.minimap.enabled': false,
      'andon.focus.weeklyPlan': 25,
      'andon.checkIn.ask': false,
      // What happens while pictures are taken is no part of them.
      'andon.record.excludeFolders': [folder],
    },
  });
  try {
    await fill(editor);
    const window = await editor.openWindow(folder);
    await window.page.setViewportSize(SIZE);
    await window.openFile('interval.ts');
    await window.openViewContainer();
    await takePanel(window, theme);
    await takeStats(window, theme);
  } finally {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  }
}

async function fill(editor: Editor): Promise<void> {
  const now = Date.now();
  const today = zoneCalendar(zone).dayAt(now);
  await seed(editor, shownSignals(today.start, now));
  const store = await openStore(databaseFile(editor));
  addShownWords(store, today.date, now);
  store.close();
}

async function takePanel(window: Workbench, theme: string): Promise<void> {
  const panel = window.webview();
  const section = (name: string) => panel.getByRole('region', { name, exact: true });
  await panel.getByRole('button', { name: /^Deep/ }).first().waitFor();
  await panel.getByText('Idle rule: recompute history').first().waitFor();
  await panel.getByRole('textbox', { name: 'What for?' }).fill('The past by another rule');
  await panel.getByRole('button', { name: /^Start 25/ }).click();
  await panel.getByRole('timer').waitFor();
  await window.openFile('interval.ts');
  await settle(window);
  await keep(window, `walkthrough/session-${theme}`, section('Focus'));
  await keep(window, `walkthrough/queue-${theme}`, section('Queue'));
  if (theme === 'dark') await keep(window, 'readme/panel', undefined);
  await panel.getByRole('button', { name: /^Deep/ }).first().click();
  await settle(window);
  await keep(window, `walkthrough/today-${theme}`, section('Today'));
}

async function takeStats(window: Workbench, theme: string): Promise<void> {
  await window.runCommand('Andon: Open Stats');
  await window
    .webview(1)
    .getByRole('heading', { name: /^Week of/ })
    .waitFor();
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await settle(window);
  if (theme === 'dark') await keep(window, 'readme/week', undefined);
  await window.page.setViewportSize(SMALL);
  await settle(window);
  await keep(
    window,
    `walkthrough/week-${theme}`,
    window.page.locator('.part.editor .editor-container').first(),
  );
}

/** A rule that is tried with another threshold; on a record of its own, in which it has something to say. */
async function takeTuning(): Promise<void> {
  const folder = makeProject('andon');
  const editor = await Editor.start({ settings: { 'workbench.colorTheme': COLOR_THEMES.dark } });
  try {
    await seed(editor, switchingRecord(zoneCalendar(zone).dayAt(Date.now()).start));
    const window = await editor.openWindow(folder);
    await window.page.setViewportSize(TALL);
    await recording(window);
    await window.runCommand('Andon: Tune Rules and Settings');
    const page = window.webview();
    await page.getByRole('searchbox').fill('projects or items');
    await page.getByRole('button', { name: /^You go to and fro between projects or items/ }).click();
    await page.getByRole('button', { name: 'Try on my last 30 days' }).click();
    await page.getByRole('list', { name: 'Suggestions by day' }).waitFor();
    await page.getByRole('textbox', { name: 'So many switches.' }).fill('12');
    await page
      .getByText(/with these settings\.$/)
      .first()
      .waitFor();
    await window.runCommand('View: Toggle Primary Side Bar Visibility');
    await page
      .getByText(/with these settings\.$/)
      .first()
      .waitFor();
    await settle(window);
    await keep(window, 'readme/tuning', window.page.locator('.part.editor .editor-container').first());
  } finally {
    await editor.close();
    fs.rmSync(path.dirname(folder), { recursive: true });
  }
}

/** Until hovers are gone and all is drawn. */
async function settle(window: Workbench): Promise<void> {
  await window.page.mouse.move(800, 500);
  await window.page.waitForTimeout(1500);
}

/** Into `media`. The walkthrough's are in the package, which has to stay small. */
async function keep(
  window: Workbench,
  name: string,
  part: ReturnType<Workbench['statusBarItem']> | undefined,
): Promise<void> {
  const taken = await window.screenshot(`pictures/${name}`, part);
  const file = path.join(REPOSITORY, 'media', `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const picture = fs.readFileSync(taken);
  const isInPackage = name.startsWith('walkthrough/');
  fs.writeFileSync(file, isInPackage ? withFewColors(picture) : picture);
  console.log(path.relative(REPOSITORY, file), fs.statSync(file).size);
}
