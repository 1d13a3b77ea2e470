import assert from 'node:assert/strict';
import type { TuningRequest } from '../../src/core/messages/tuning.ts';
import { focused } from './page.ts';
import { TUNING_STATES, tuningView } from './tuningStates.ts';
import { usePanel } from './usePanel.ts';

const PING_PONG = /^You go to and fro between projects or items/;
const TEXT = 'The rule as JSON';

describe('The keyboard in “Rules and settings” goes on from where it was', () => {
  const panel = usePanel('settings');
  const open = async (state: string) => {
    const shown = TUNING_STATES[state];
    assert.ok(shown);
    return (await panel.open({ ...shown(), width: 900 })).page;
  };
  const press = async (name: string) => {
    const { page } = panel.opened;
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  const text = () => panel.opened.page.getByRole('textbox', { name: TEXT });
  const hasFocus = () => text().and(panel.opened.page.locator(':focus')).waitFor();

  it('in the text of a rule that is begun', async () => {
    await open('tuning');
    await press('Write a rule');
    await hasFocus();
  });

  it('in the text of a copy, though it stands far below', async () => {
    await open('tuningRule');
    await press('Copy as a custom rule');
    await hasFocus();
    const place = await text().evaluate(element => element.getBoundingClientRect().top);
    assert.ok(place < (panel.opened.page.viewportSize()?.height ?? 0));
  });

  it('in the text of a rule that is kept', async () => {
    await open('tuning');
    await press('Write a rule');
    await panel.opened.page.getByText('The rule is understood.').waitFor();
    await press('Keep');
    const requests = (await panel.opened.requests()) as TuningRequest[];
    const kept = requests.find(request => request.type === 'keepDraft');
    assert.ok(kept?.draft.kind === 'custom');
    await panel.opened.pushTuning(tuningView({ customRules: [kept.draft.rule] }));
    await panel.opened.page.getByRole('button', { name: 'Remove' }).waitFor();
    await hasFocus();
  });

  it('at what begins a rule, once a new one is discarded', async () => {
    const page = await open('tuning');
    await press('Write a rule');
    await press('Discard');
    await page.getByRole('button', { name: 'Write a rule' }).and(page.locator(':focus')).waitFor();
  });

  it('at the line of a rule whose edit is discarded', async () => {
    const page = await open('tuningTried');
    await press('Discard');
    await page.getByRole('button', { name: PING_PONG }).and(page.locator(':focus')).waitFor();
  });

  it('at what hides a trial that was asked for', async () => {
    await open('tuningRule');
    await press('Try on my last 30 days');
    await panel.opened.page.getByRole('heading', { name: 'On your last 30 days' }).waitFor();
    assert.equal(await focused(panel.opened.page), 'hide');
  });

  it('in the field of a setting that is taken back', async () => {
    const page = await open('tuningSettingsChanged');
    const { length } = await page.getByRole('button', { name: 'Reset to default' }).all();
    assert.equal(length, 3);
    await page.getByRole('button', { name: 'Reset to default' }).nth(1).focus();
    await panel.opened.pushTuning(tuningView({ 'nudges.learning': true }));
    await page.getByRole('textbox', { name: 'After', exact: true }).and(page.locator(':focus')).waitFor();
  });

  it('and takes the focus from nothing that the user went to', async () => {
    const page = await open('tuningTried');
    await page.getByRole('button', { name: 'Discard' }).focus();
    await page.getByRole('searchbox').focus();
    await panel.opened.pushTuning(tuningView({ rules: { 'switching/ping-pong': { switches: 12 } } }));
    await page.getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' });
    assert.equal(await focused(page), 'Search rules');
  });
});
