import assert from 'node:assert/strict';
import { filterOf } from '../../../../src/webview/queue/filterOf.ts';
import { findByText } from '../../../../src/webview/queue/findByText.ts';
import { itemView, rowsFor } from './builders.ts';

describe('filterOf', () => {
  const item = itemView({ key: 'A-12', title: 'Fix the Ärger with login', labels: ['bug', 'auth/web'] });
  for (const filter of ['', '  ', 'LOGIN', 'login fix', 'a-12', '#bug', '#auth', 'login #b', 'a\u0308rger']) {
    it(`finds it by “${filter}”`, () => assert.ok(filterOf(filter)(item)));
  }
  for (const filter of ['logout', 'fix logout', '#web', 'bug', '#bug #feature']) {
    it(`does not find it by “${filter}”`, () => assert.ok(!filterOf(filter)(item)));
  }
});

describe('findByText', () => {
  const titles = ['Alpha', 'Beta', 'Alps', 'Gamma'];
  const rows = rowsFor(titles.map((title, i) => itemView({ id: `i${i}`, key: `A-${i + 1}`, title })));
  const find = (from: number, text: string) => findByText(rows, from, text);

  it('takes the next item that begins so, round the end', () => {
    assert.equal(find(-1, 'a'), 1);
    assert.equal(find(1, 'a'), 2);
    assert.equal(find(4, 'b'), 2);
  });
  it('stays on the row while it still begins so', () => {
    assert.equal(find(1, 'al'), 1);
    assert.equal(find(1, 'alps'), 3);
  });
  it('finds by key too, and nothing where nothing begins so', () => {
    assert.equal(find(0, 'a-4'), 4);
    assert.equal(find(0, 'next'), -1);
    assert.equal(findByText([], -1, 'a'), -1);
  });
});
