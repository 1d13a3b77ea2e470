import assert from 'node:assert/strict';
import { flaws } from './flaws.ts';
import { openEverything, plain } from './page.ts';
import { recordedView, RECORDED_STATES } from './recordedStates.ts';
import { STATS_WIDTHS } from './statsStates.ts';
import { usePanel } from './usePanel.ts';

describe('“What is recorded” is free of what axe finds, and as wide as its place, in every theme', () => {
  const panel = usePanel('stats');

  for (const [name, recorded] of Object.entries(RECORDED_STATES)) {
    it(name, async () => {
      const { page } = await panel.open({ recorded: recorded(), width: 330 });
      await openEverything(page);
      assert.deepEqual(await flaws(panel.opened, `stats ${name}`, STATS_WIDTHS), []);
    });
  }
});

describe('“What is recorded”', () => {
  const panel = usePanel('stats');
  const open = async (recorded = recordedView()) => (await panel.open({ recorded, width: 900 })).page;
  const text = async (state: string) =>
    plain(await (await open(RECORDED_STATES[state]?.())).innerText('main'));

  it('shows the last rows of every kind, cell by cell, and how many there are', async () => {
    const page = await open();
    const spans = page.getByRole('region', { name: 'Spans, the last ones' });
    const cells = (await spans.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).map(plain);
    assert.deepEqual(cells.slice(0, 4), ['12345', '2026-11-22 15:14:20', '2026-11-22 15:14:58', '38.2']);
    assert.equal(await spans.getByRole('row').count(), 6);
    assert.match(plain(await page.innerText('main')), /Spans 12,345 rows .* Edits none yet/);
  });

  it('reaches the far columns by keyboard', async () => {
    const { page } = await panel.open({ recorded: recordedView(), width: 330 });
    const rows = page.getByRole('region', { name: 'Spans, the last ones' });
    await rows.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.rows')?.scrollLeft ?? 0) > 0);
  });

  it('says where the record lies, how big it is, since when, and for how long it is kept', async () => {
    const shown = await text('recordedPaused');
    for (const part of [
      'globalStorage/andon.andon',
      'Since 3 March 2026',
      'Size 3.4 MB',
      'Backups 9, 21.2 MB',
      'Set aside 1 damaged file, 4.0 MB',
      'Kept for 12 months',
      '/home/you/private',
      'clients/acme',
      'Recording is paused until 15:40.',
    ]) {
      assert.ok(shown.includes(part), `${part} is not in ${shown}`);
    }
  });

  it('says in one sentence why there is nothing', async () => {
    assert.match(await text('recordedNotStarted'), /Nothing\. If you start, .* characters added and removed/);
    assert.match(await text('recordedUnavailable'), /The disk is full, so the record cannot be written\./);
    assert.match(await text('recordedUnreadable'), /The record cannot be read now\./);
    assert.match(await text('recordedEmpty'), /Since nothing yet/);
  });

  it('offers nothing to forget where there is no record', async () => {
    const page = await open(RECORDED_STATES['recordedUnavailable']?.());
    assert.equal(await page.getByRole('button', { name: /Forget|Erase|Export/ }).count(), 0);
  });

  const requests: [string, string, object][] = [
    ['recorded', 'Export…', { type: 'run', command: 'andon.export' }],
    ['recorded', 'Pause…', { type: 'run', command: 'andon.pauseFor' }],
    ['recorded', 'Exclude this folder', { type: 'run', command: 'andon.excludeFolder' }],
    ['recorded', 'Forget a time…', { type: 'run', command: 'andon.forgetTime' }],
    ['recorded', 'Forget a project…', { type: 'run', command: 'andon.forgetProject' }],
    ['recorded', 'Erase everything…', { type: 'run', command: 'andon.erase' }],
    ['recorded', '/home/you/.config', { type: 'run', command: 'andon.openDataFolder' }],
    ['recorded', 'all of it', { type: 'openSetting', key: 'record.keepMonths' }],
    ['recorded', 'no folders', { type: 'openSetting', key: 'record.excludeFolders' }],
    ['recorded', 'no globs', { type: 'openSetting', key: 'record.exclude' }],
    ['recordedPaused', 'Resume', { type: 'resume' }],
    ['recordedLeftOut', 'Record it again', { type: 'recordWorkspace' }],
    ['recordedUnavailable', 'Show log', { type: 'showLog' }],
    ['recordedNotStarted', 'Start', { type: 'start' }],
  ];
  for (const [state, button, request] of requests) {
    it(`asks the host: ${button}`, async () => {
      const page = await open(RECORDED_STATES[state]?.());
      await page.getByRole('button', { name: button }).click();
      assert.deepEqual(await panel.opened.requests(), [{ type: 'ready' }, request]);
    });
  }

  it('keeps the focus while rows come', async () => {
    const page = await open();
    const rows = page.getByRole('region', { name: 'Spans, the last ones' });
    await rows.focus();
    await panel.opened.pushRecorded(recordedView({ atText: '15:16' }));
    await page.getByText('as of 15:16').waitFor();
    assert.equal(await rows.evaluate(element => element === document.activeElement), true);
  });
});
