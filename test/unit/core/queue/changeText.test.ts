import assert from 'node:assert/strict';
import { moveItem, placeItem } from '../../../../src/core/queue/actions.ts';
import type { Change } from '../../../../src/core/queue/change.ts';
import { changeText } from '../../../../src/core/queue/changeText.ts';
import type { ItemState } from '../../../../src/core/queue/item.ts';
import { withoutControls } from '../../../../src/core/text/isolate.ts';
import { item, itemsOf, NOW, row } from './builders.ts';

const login = item({ title: 'Fix login' });
const text = (change: Change | null, of = login) => {
  assert.ok(change);
  return withoutControls(changeText(change, itemsOf([of])));
};
const moved = (from: ItemState, to: ItemState) => {
  const before = item({ title: 'Fix login', state: from });
  return text(moveItem(before, to, NOW), before);
};

describe('changeText', () => {
  const cases: readonly [Change, string][] = [
    [{ kind: 'add', item: login }, 'Add “Fix login”'],
    [{ kind: 'remove', id: 'i1' }, 'Remove “Fix login”'],
    [{ kind: 'edit', id: 'i1', fields: { due: '2026-11-24' } }, 'Edit “Fix login”'],
    [{ kind: 'snooze', id: 'i1', fields: { snoozedUntil: NOW } }, 'Snooze “Fix login”'],
    [{ kind: 'snooze', id: 'i1', fields: { snoozedUntil: null } }, 'Bring back “Fix login”'],
    [{ kind: 'reorder', id: 'i1', fields: { order: 'j000000' } }, 'Move “Fix login”'],
  ];
  for (const [change, expected] of cases) {
    it(`says ${expected}`, () => assert.equal(text(change), expected));
  }

  it('calls a change of state by what it means', () => {
    assert.equal(moved('next', 'doing'), 'Start “Fix login”');
    assert.equal(moved('doing', 'done'), 'Finish “Fix login”');
    assert.equal(moved('inbox', 'dropped'), 'Drop “Fix login”');
    assert.equal(moved('inbox', 'waiting'), 'Let wait: “Fix login”');
    assert.equal(moved('inbox', 'next'), 'Move to next: “Fix login”');
    assert.equal(moved('done', 'next'), 'Reopen “Fix login”');
  });

  it('names the item that was moved, not those that made room', () => {
    const items = row(3, index => ({ title: `Item ${index + 1}` }));
    const change = placeItem(items, 'i3', { before: 'i1' });
    assert.ok(change);
    assert.equal(withoutControls(changeText(change, items)), 'Move “Item 3”');
  });

  it('counts the items of a change to several', () => {
    const items = row(2);
    const changes = [...items.values()].map(each => moveItem(each, 'done', NOW)!);
    assert.equal(changeText({ kind: 'all', changes }, items), 'Finish 2 items');
  });

  it('cuts a long title, and keeps its direction to itself', () => {
    const long = item({ title: `${'x'.repeat(80)} end` });
    assert.equal(text({ kind: 'remove', id: 'i1' }, long), `Remove “${'x'.repeat(40)}…”`);
    const change: Change = { kind: 'remove', id: 'i1' };
    assert.match(changeText(change, itemsOf([login])), /“\u2068Fix login\u2069”/);
  });
});
