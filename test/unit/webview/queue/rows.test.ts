import assert from 'node:assert/strict';
import { groupBeside, heirOf } from '../../../../src/webview/queue/rows.ts';
import { itemsIn, rowsFor } from './builders.ts';

describe('The rows of the queue', () => {
  it('are groups in the order of the screen, each with its items and how many they are', () => {
    const rows = rowsFor(itemsIn('waiting', 'next', 'doing', 'next'));
    assert.deepEqual(
      rows.map(row => `${row.id} ${row.position}/${row.of}`),
      [
        'group:doing 1/3',
        'item:i3 1/1',
        'group:next 2/3',
        'item:i2 1/2',
        'item:i4 2/2',
        'group:waiting 3/3',
        'item:i1 1/1',
      ],
    );
  });

  it('leave out the items of a folded group, but not their number', () => {
    const rows = rowsFor(itemsIn('next', 'closed', 'closed'), { isGroupOpen: group => group !== 'closed' });
    assert.deepEqual(
      rows.map(row => (row.kind === 'group' ? `${row.group} ${row.count}` : row.id)),
      ['next 1', 'item:i1', 'closed 2'],
    );
  });

  it('have the details of an open item below it, but of none that is closed', () => {
    const rows = rowsFor(itemsIn('next', 'closed'), { isItemOpen: () => true });
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['group:next', 'item:i1', 'details:i1', 'group:closed', 'item:i2'],
    );
  });

  it('have empty groups only while something can be dropped into them', () => {
    const rows = rowsFor(itemsIn('next'), { withEmpty: true });
    assert.deepEqual(
      rows.filter(({ kind }) => kind === 'group').map(({ id }) => id),
      ['group:doing', 'group:next', 'group:inbox', 'group:waiting'],
    );
  });
});

describe('groupBeside', () => {
  it('goes from doing to waiting and no further', () => {
    assert.equal(groupBeside('doing', 1), 'next');
    assert.equal(groupBeside('inbox', -1), 'next');
    assert.equal(groupBeside('doing', -1), null);
    assert.equal(groupBeside('waiting', 1), null);
    assert.equal(groupBeside('snoozed', -1), null);
  });
});

describe('heirOf', () => {
  const before = rowsFor(itemsIn('next', 'next', 'inbox', 'inbox'));
  const without = (...ids: string[]) => before.filter(({ id }) => !ids.includes(id));

  it('is the row itself while it is there', () => {
    assert.equal(heirOf('item:i2', before, before), 'item:i2');
  });
  it('is the item after it, over the end of its group', () => {
    assert.equal(heirOf('item:i1', before, without('item:i1')), 'item:i2');
    assert.equal(heirOf('item:i2', before, without('item:i2')), 'item:i3');
    assert.equal(heirOf('item:i1', before, without('item:i1', 'item:i2')), 'item:i3');
  });
  it('is the item before it where it was the last', () => {
    assert.equal(heirOf('item:i4', before, without('item:i4')), 'item:i3');
  });
  it('is the first row where no item is left, and none where nothing is', () => {
    const groups = before.filter(({ kind }) => kind === 'group');
    assert.equal(heirOf('item:i4', before, groups), 'group:next');
    assert.equal(heirOf('item:i4', before, []), null);
    assert.equal(heirOf(null, before, before), null);
  });
});
