import assert from 'node:assert/strict';
import { isOfTask } from '../../../../../src/core/activity/command/taskTerminal.ts';

describe('isOfTask', () => {
  const cases: readonly [string, string | readonly string[] | undefined, string, boolean][] = [
    ['a terminal of the default profile', undefined, 'npm test', false],
    ['a login shell', ['-l'], 'npm test', false],
    ['a shell with a file to read first', ['--init-file', 'x.sh'], 'npm test', false],
    ['a prompt of Visual Studio', ['-NoExit', '-Command', '& vsvars'], 'npm test', false],
    ['a prompt of cmd that stays', '/k vcvars.bat', 'npm test', false],
    ['a shell that runs one command', ['-c', 'npm test'], 'npm test', true],
    ['a login shell that runs one command', ['-l', '-c', 'npm test'], 'npm test', true],
    ['cmd with one command', ['/d', '/c', 'npm test'], 'npm test', true],
    ['PowerShell with one command', '-NoProfile -Command npm test', 'npm test', true],
    ['a process that the editor announces', ['1'], ' *  Executing task: /bin/sleep 1 ', true],
  ];
  for (const [what, shellArgs, line, expected] of cases) {
    it(`says ${expected ? 'yes' : 'no'} of ${what}`, () => {
      assert.equal(isOfTask({ shellArgs }, line), expected);
    });
  }
});
