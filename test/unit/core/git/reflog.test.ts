import assert from 'node:assert/strict';
import { branchOfHead, gitDirOfFile } from '../../../../src/core/git/head.ts';
import { reflogEntries } from '../../../../src/core/git/reflog.ts';

const OLD = '0'.repeat(40);
const NEW = 'a'.repeat(40);
const line = (what: string, seconds = 1_772_409_590) =>
  `${OLD} ${NEW} A. Dev > <dev@example.com> ${seconds} +0100\t${what}`;

describe('reflogEntries', () => {
  const cases: readonly [string, string | undefined][] = [
    ['commit: Mend the lamp', 'commit'],
    ['commit (initial): Begin', 'commit'],
    ['commit (amend): Mend it well', 'commit'],
    ['cherry-pick: Mend the lamp', 'commit'],
    ['revert: Revert "Mend the lamp"', 'commit'],
    ['checkout: moving from main to next', 'checkout'],
    ['merge next: Fast-forward', 'merge'],
    ['pull: Fast-forward', 'merge'],
    ['merge next: Merge made by the ort strategy.', 'merge'],
    ['pull origin main: Fast-forward', 'merge'],
    ['commit (merge): Merge next', 'merge'],
    ['commit (cherry-pick): Mend the lamp', 'commit'],
    ['commit: (merge) is not what this is', 'commit'],
    ['am: Mend the lamp', 'commit'],
    ['rebase (finish): returning to refs/heads/next', 'rebase'],
    ['rebase -i (finish): returning to refs/heads/next', 'rebase'],
    ['rebase finished: returning to refs/heads/next', 'rebase'],
    ['pull --rebase origin main (finish): returning to refs/heads/main', 'rebase'],
    ['pull (finish): returning to refs/heads/main', 'rebase'],
    ['pull --rebase: Fast-forward', 'merge'],
    ['rebase (start): checkout main', undefined],
    ['rebase (pick): Mend the lamp', undefined],
    ['rebase (continue): Mend the lamp', undefined],
    ['rebase (abort): returning to refs/heads/next', undefined],
    ['pull --rebase origin main (pick): Mend the lamp', undefined],
    ['Branch: renamed refs/heads/a to refs/heads/b', undefined],
    ['reset: moving to HEAD~1', undefined],
    ['clone: from somewhere', undefined],
  ];
  for (const [message, event] of cases) {
    it(`takes "${message}" for ${event ?? 'nothing'}`, () => {
      const expected = event ? [{ at: 1_772_409_590_000, hash: NEW, event }] : [];
      assert.deepEqual(reflogEntries([line(message)], 0), expected);
    });
  }

  it('tells only what comes after the lines told before', () => {
    const lines = [line('commit: one', 1), line('commit: two', 2), line('commit: three', 2)];
    assert.deepEqual(
      reflogEntries(lines, 1).map(entry => entry.at),
      [2000, 2000],
    );
    assert.deepEqual(reflogEntries(lines, Infinity), []);
  });

  it('is not misled by a message that looks like an entry', () => {
    const [entry] = reflogEntries([line('commit: see <a@b> 1 +0000\tcheckout: moving')], 0);
    assert.deepEqual(entry, { at: 1_772_409_590_000, hash: NEW, event: 'commit' });
  });

  it('passes over lines that are no entries', () => {
    assert.deepEqual(reflogEntries(['', 'noise', `${OLD} ${NEW}`], 0), []);
  });
});

describe('HEAD', () => {
  it('names a branch, slashes and all', () => {
    assert.equal(branchOfHead('ref: refs/heads/feature/lamp\n'), 'feature/lamp');
  });
  it('names none when it is detached', () => {
    assert.equal(branchOfHead(`${NEW}\n`), null);
  });
  it('names none where branches are kept elsewhere, in a reftable', () => {
    assert.equal(branchOfHead('ref: refs/heads/.invalid\n'), null);
  });
  it('is found through the .git file of a worktree', () => {
    assert.equal(gitDirOfFile('gitdir: ../.git/worktrees/lamp\n'), '../.git/worktrees/lamp');
    assert.equal(gitDirOfFile('something else'), null);
  });
});
