import assert from 'node:assert/strict';
import type { TuningRequest } from '../../src/core/messages/tuning.ts';
import { flaws } from './flaws.ts';
import { focused, plain, tabTo } from './page.ts';
import { STATS_WIDTHS } from './statsStates.ts';
import { filterOf, trialResult, TUNING_STATES, tuningView } from './tuningStates.ts';
import { usePanel } from './usePanel.ts';

const RULE = 'switching/ping-pong';

describe('“Rules and settings” is free of what axe finds, and as wide as its place, in every theme', () => {
  const panel = usePanel('settings');

  for (const [name, shown] of Object.entries(TUNING_STATES)) {
    it(name, async () => {
      await panel.open({ ...shown(), width: 330 });
      assert.deepEqual(await flaws(panel.opened, name, STATS_WIDTHS), []);
    });
  }
});

describe('“Rules and settings”', () => {
  const panel = usePanel('settings');
  const open = async (state: string) => {
    const shown = TUNING_STATES[state];
    assert.ok(shown);
    return (await panel.open({ ...shown(), width: 900 })).page;
  };
  const said = async () => (await panel.opened.requests()) as TuningRequest[];
  const lastOf = async <T extends TuningRequest['type']>(type: T) =>
    (await said()).findLast(
      (request): request is Extract<TuningRequest, { type: T }> => request.type === type,
    );
  const text = async () => plain(await panel.opened.page.innerText('main'));

  it('opens a rule by keyboard, and closes it with Escape', async () => {
    const page = await open('tuning');
    await tabTo(page, 'You go to and fro between projects or items.switching/ping-pongpanel');
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: 'So many switches.' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.getByRole('slider').waitFor({ state: 'detached' });
    assert.match(await focused(page), /^You go to and fro/);
  });

  it('says which rules have too little record yet', async () => {
    await open('tuningYoung');
    assert.match(await text(), /plan\/behind\s+needs 1 more day, panel/);
    assert.match(await text(), /mine\/many-commits\s+needs 2 more days, panel/);
  });

  it('opens the rule that somebody wants to tune, whatever it showed', async () => {
    const { page } = await panel.open({
      tuning: tuningView(),
      kept: { chosen: { tuning: 'settings', rule: 'rest/no-break' } },
    });
    await page.getByRole('searchbox').fill('idle');
    const customRules = [{ id: 'mine/a', when: { count: 'git', over: '1h', gte: 5 }, message: 'a' }];
    await panel.opened.pushTuning(tuningView({ customRules }, { wanted: { id: RULE, at: Date.now() } }));
    await page.getByRole('slider', { name: 'So many switches.' }).waitFor();
    assert.match(await focused(page), /^You go to and fro/);
    await panel.opened.pushTuning(tuningView({ customRules }, { wanted: { id: 'mine/a', at: Date.now() } }));
    await page.getByRole('textbox', { name: 'The rule as JSON' }).waitFor();
  });

  it('leaves what is open after a reload, whatever somebody wanted to tune before', async () => {
    const { page } = await panel.open({
      tuning: tuningView({}, { wanted: { id: RULE, at: Date.now() - 60_000 } }),
      kept: { chosen: { rule: 'rest/no-break' } },
    });
    await page.getByRole('textbox', { name: 'So much active time without a break.' }).waitFor();
  });

  it('tries what the slider says, once it rests, and keeps it in the settings', async () => {
    const page = await open('tuningUnedited');
    await page.getByRole('slider', { name: 'So many switches.' }).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => window.posted.filter(m => (m as TuningRequest).type === 'try').length === 2,
    );
    const draft = { kind: 'setting', rule: RULE, level: 'panel', options: { switches: 11, over: '20m' } };
    assert.deepEqual((await lastOf('try'))?.draft, draft);
    await page.getByRole('button', { name: 'Keep' }).click();
    assert.deepEqual((await lastOf('keepDraft'))?.draft, draft);
  });

  it('says what a trial came to, before and after', async () => {
    await open('tuningTried');
    assert.match(await text(), /25 suggestions in 30 days, 7 with these settings\./);
    assert.match(await text(), /All rules together: 41 as they are set, 22 with these settings\./);
  });

  it('leads through the days of the calendar by arrow keys', async () => {
    const page = await open('tuningTried');
    const days = page.getByRole('list', { name: 'Suggestions by day' }).getByRole('listitem');
    assert.equal(await days.count(), 30);
    await days.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'Monday 26 Oct: as set at 9:20; with these settings at 9:26');
  });

  it('shows what is behind a nudge, and leads to the record', async () => {
    const page = await open('tuningTried');
    await page.getByRole('button', { name: /^Thu 19 Nov/ }).click();
    await page.getByText('from 8 on').first().waitFor();
    await page.getByRole('button', { name: 'Show it in the record' }).first().click();
    const { filter } = (await lastOf('openRecord')) ?? {};
    assert.deepEqual(filter, filterOf('2026-11-19'));
  });

  it('lists the rows behind a nudge where it is opened, read then and by the same filter', async () => {
    const page = await open('tuningRows');
    const rows = page.getByRole('table', { name: 'Behind it' }).getByRole('row');
    assert.equal(await rows.count(), 8);
    assert.equal(plain(await rows.last().innerText()), '9:22 Switch from shop to tools');
    await page.getByText('8 rows behind it').waitFor();
    assert.deepEqual((await lastOf('readRows'))?.filter, filterOf('2026-11-20'));
    await page.getByRole('button', { name: 'Show it in the record' }).waitFor();
  });

  it('lists the first ones of many by day, and leads to the others by keyboard', async () => {
    const page = await open('tuningManyRows');
    const table = page.getByRole('table', { name: 'Behind it' });
    assert.match(plain(await table.innerText()), /^Sunday 22 November .* Saturday 21 November /);
    await page.getByRole('button', { name: '104 more in the record' }).focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await lastOf('openRecord'))?.filter, filterOf('2026-11-20'));
  });

  it('says so where no row is there any more', async () => {
    const page = await open('tuningNoRows');
    await page.getByText('No row of it is in the record.').waitFor();
    assert.equal(await page.getByRole('table').count(), 0);
  });

  it('shows what is behind a nudge before and after side by side', async () => {
    const page = await open('tuningBehind');
    const [before, after] = await Promise.all(
      [0, 1].map(side => page.locator('.trial-behind .explanation').nth(side).boundingBox()),
    );
    assert.ok(before && after);
    assert.equal(before.y, after.y);
    assert.ok(before.x + before.width <= after.x);
  });

  it('says of a rule that is closed that its edit is not kept', async () => {
    const page = await open('tuningTried');
    await page.getByRole('button', { name: /^You go to and fro between projects/ }).click();
    await page
      .getByRole('button', { name: /^You go to and fro between projects.*not kept yet, panel$/ })
      .waitFor();
  });

  it('takes an edit back', async () => {
    const page = await open('tuningTried');
    await page.getByRole('button', { name: 'Discard' }).click();
    const field = page.getByRole('textbox', { name: 'So many switches.' });
    assert.equal(await field.inputValue(), '8');
    assert.equal(await page.getByRole('button', { name: 'Discard' }).count(), 0);
  });

  it('forgets an edit once the settings say the same', async () => {
    const page = await open('tuningTried');
    await panel.opened.pushTuning(tuningView({ rules: { [RULE]: { switches: 12 } } }));
    await page.getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' });
    await panel.opened.pushTuning(tuningView());
    assert.equal(await page.getByRole('textbox', { name: 'So many switches.' }).inputValue(), '8');
  });

  it('says at the field what a value must be, and neither tries nor keeps it', async () => {
    const page = await open('tuningUnedited');
    await page.getByRole('textbox', { name: 'So many switches.' }).fill('2');
    await page.getByText('Must be a number from 3 to 100.').waitFor();
    await page.getByText('It is tried once what is written is right.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Keep' }).isDisabled(), true);
  });

  it('says great bounds as one reads them', async () => {
    const { page } = await panel.open({
      tuning: tuningView(),
      kept: { chosen: { rule: 'risk/uncommitted' } },
    });
    await page.getByText('500 to 1,000,000; default 12,000').waitFor();
    await page.getByRole('textbox', { name: 'So many characters inserted.' }).fill('5');
    await page.getByText('Must be a number from 500 to 1,000,000.').waitFor();
  });

  it('gives a trial up', async () => {
    const page = await open('tuningRunning');
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await lastOf('stopTrial'), { type: 'stopTrial' });
  });

  for (const [state, sentence] of [
    ['tuningNothing', 'No suggestion in 30 days, none with these settings.'],
    ['tuningNeedsDays', 'It needs 6 more days of record before it can say anything.'],
    ['tuningNoRecord', 'There is no record to look at yet.'],
    ['tuningFailed', 'The record could not be looked at; the log says why.'],
  ] as const) {
    it(`says why there is nothing to see: ${state}`, async () => {
      await open(state);
      assert.ok((await text()).includes(sentence), await text());
    });
  }

  it('makes a rule of one’s own of one that is there', async () => {
    const page = await open('tuningRule');
    await page.getByRole('button', { name: 'Copy as a custom rule' }).click();
    const field = page.getByRole('textbox', { name: 'The rule as JSON' });
    const copied = JSON.parse(await field.inputValue()) as { id: string; when: object };
    assert.equal(copied.id, 'mine/ping-pong');
    await page.getByText('The rule is understood.').waitFor();
    await page.getByRole('button', { name: 'Keep' }).click();
    assert.deepEqual((await lastOf('keepDraft'))?.draft, { kind: 'custom', index: null, rule: copied });
  });

  it('opens a new rule where it stands once it is kept', async () => {
    const page = await open('tuning');
    await page.getByRole('button', { name: 'Write a rule' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    const { draft } = (await lastOf('keepDraft')) ?? {};
    assert.ok(draft?.kind === 'custom');
    await panel.opened.pushTuning(tuningView({ customRules: [draft.rule] }));
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    assert.equal(await page.getByText('New rule').count(), 0);
  });

  it('removes a rule of one’s own once one has said so twice', async () => {
    const page = await open('tuningOwn');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    assert.equal(await lastOf('removeRule'), undefined);
    await page.getByRole('button', { name: 'Remove it for good' }).click();
    assert.deepEqual(await lastOf('removeRule'), { type: 'removeRule', index: 0 });
  });

  it('names a rule of one’s own by its description, if it has one', async () => {
    const { page } = await panel.open({
      tuning: tuningView({
        customRules: [
          {
            id: 'mine/a',
            description: 'Many commits.',
            when: { count: 'git', over: '1h', gte: 5 },
            message: 'a',
          },
        ],
      }),
    });
    await page.getByRole('button', { name: /^Many commits\..*mine\/a.*panel$/ }).waitFor();
  });

  it('checks a rule as it is written: where and why', async () => {
    const page = await open('tuningOwnBroken');
    await page.getByText('when must be an object in braces.').waitFor();
    const field = page.getByRole('textbox', { name: 'The rule as JSON' });
    await field.fill('{\n  "id": "mine/a",\n}');
    await page.getByText('Line 3: expected a name in quotes.').waitFor();
    const count = (await said()).filter(({ type }) => type === 'checkRule').length;
    await field.fill('{ "id": "mine/a" }');
    await page.getByText('when must be an object in braces.').waitFor();
    const checks = (await said()).filter(request => request.type === 'checkRule').slice(count);
    assert.deepEqual(
      checks.map(({ index, rule }) => [index, rule]),
      [[1, { id: 'mine/a' }]],
    );
  });

  it('searches rules and settings', async () => {
    const page = await open('tuning');
    await page.getByRole('searchbox', { name: 'Search rules' }).fill('two files');
    assert.equal(await page.locator('.rule-line').count(), 1);
    await page.getByRole('radio', { name: 'Settings' }).click();
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('22:00');
    assert.deepEqual(await page.getByRole('heading', { level: 3 }).allInnerTexts(), ['Quiet hours']);
  });

  it('writes a setting once it is done, within its bounds only', async () => {
    const page = await open('tuningSettings');
    const field = page.getByRole('textbox', { name: 'After', exact: true });
    await field.fill('61');
    await page.getByText('Must be a number from 0.5 to 60.').waitFor();
    await field.press('Enter');
    assert.equal(await lastOf('writeSetting'), undefined);
    await field.fill('7.5');
    await field.press('Enter');
    assert.deepEqual(await lastOf('writeSetting'), { type: 'writeSetting', key: 'idle.after', value: 7.5 });
  });

  it('shows quiet hours as wide as they are', async () => {
    const { page } = await panel.open({
      tuning: tuningView({ 'nudges.quietHours': '22:00-07:00' }),
      kept: { chosen: { tuning: 'settings' } },
    });
    const field = page.getByRole('textbox', { name: 'Quiet hours' });
    assert.ok(await field.evaluate(element => element.scrollWidth <= element.clientWidth));
  });

  it('writes switches and choices at once', async () => {
    const page = await open('tuningSettings');
    await page.getByRole('checkbox', { name: 'Learning' }).check();
    assert.deepEqual(await lastOf('writeSetting'), {
      type: 'writeSetting',
      key: 'nudges.learning',
      value: true,
    });
    await page.getByRole('combobox', { name: 'Show' }).selectOption('deepTime');
    assert.deepEqual(await lastOf('writeSetting'), {
      ...{ type: 'writeSetting', key: 'statusBar.show' },
      value: 'deepTime',
    });
  });

  it('takes a setting back to its default, and leads to VS Code’s own for what is better there', async () => {
    const page = await open('tuningSettingsChanged');
    const idle = page.getByRole('group', { name: 'After', exact: true });
    await idle.getByRole('button', { name: 'Reset to default' }).click();
    assert.deepEqual(await lastOf('resetSetting'), { type: 'resetSetting', key: 'idle.after' });
    const excluded = page.getByRole('group', { name: 'Exclude', exact: true });
    assert.deepEqual(await excluded.getByRole('listitem').allInnerTexts(), ['*.env']);
    await excluded.getByRole('button', { name: 'Change in VS Code’s settings' }).click();
    assert.deepEqual(await lastOf('openSetting'), { type: 'openSetting', key: 'record.exclude' });
  });

  it('keeps the picture of the last trial until there is a newer one', async () => {
    const page = await open('tuningTried');
    const count = page.locator('.mark-before');
    const before = await count.count();
    assert.ok(before > 0);
    await panel.opened.pushTuning(tuningView({ 'idle.after': 9 }));
    assert.equal(await count.count(), before);
  });

  it('draws nothing of a trial for a rule that is not open', async () => {
    const { page } = await panel.open({
      tuning: tuningView(),
      trial: trialResult(),
      kept: { chosen: { rule: 'rest/no-break' } },
    });
    assert.equal(await page.locator('.trial-picture').count(), 0);
    assert.equal(await lastOf('try'), undefined);
  });
});
