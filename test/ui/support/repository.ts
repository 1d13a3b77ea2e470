import fs from 'node:fs';
import path from 'node:path';

const HASH = '0123456789abcdef0123456789abcdef01234567';

/** Makes a folder a repository on the branch `trunk`. Git itself is not asked: a few files make one. */
export function makeRepository(folder: string): void {
  fs.mkdirSync(path.join(folder, '.git/logs'), { recursive: true });
  fs.mkdirSync(path.join(folder, '.git/refs/heads'), { recursive: true });
  fs.mkdirSync(path.join(folder, '.git/objects'));
  fs.writeFileSync(path.join(folder, '.git/HEAD'), 'ref: refs/heads/trunk\n');
  fs.writeFileSync(path.join(folder, '.git/logs/HEAD'), '');
}

/** Checks a branch out, as git leaves it behind. */
export function checkOut(folder: string, branch: string): void {
  const seconds = Math.floor(Date.now() / 1000);
  fs.writeFileSync(path.join(folder, '.git/HEAD'), `ref: refs/heads/${branch}\n`);
  fs.appendFileSync(
    path.join(folder, '.git/logs/HEAD'),
    `${HASH} ${HASH} Dev <dev@example.org> ${seconds} +0100\tcheckout: moving to ${branch}\n`,
  );
}
