import assert from 'node:assert/strict';
import { panelPage } from '../../../src/core/panelPage.ts';

describe('panelPage', () => {
  const page = panelPage({
    nonce: 'abc',
    cspSource: 'https://source',
    scriptUri: 'https://source/a.js?x="y"&z',
    styleUri: 'https://source/a.css',
  });

  it('lets in one script and one style sheet, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; script-src 'nonce-abc'; style-src https://source 'nonce-abc'; font-src https://source",
    );
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.ok(!/ style=| on\w+=/.test(page));
  });

  it('quotes what it is given', () => {
    assert.ok(page.includes('src="https://source/a.js?x=&quot;y&quot;&amp;z"'));
  });
});
