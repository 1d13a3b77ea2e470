import assert from 'node:assert/strict';
import { describeTask, type TaskFacts } from '../../../../src/core/activity/describeTask.ts';

const describeWith = (facts: Partial<TaskFacts>) =>
  describeTask({ name: 'task', group: null, isBackground: false, script: null, command: null, ...facts });

describe('describeTask', () => {
  const groups: readonly [string, Partial<TaskFacts>, string][] = [
    ['its declared group', { group: 'test', name: 'build all' }, 'test'],
    ['a rebuild', { group: 'rebuild' }, 'build'],
    ['a declared clean, which is no build', { group: 'clean', command: 'make build' }, 'other'],
    ['its command, where no group is declared', { command: 'cargo test' }, 'test'],
    ['its script, where the command says nothing', { command: './x', script: 'build:web' }, 'build'],
    ['its name, where nothing else tells', { name: 'Run unit tests' }, 'test'],
    ['nothing', { name: 'deploy', command: 'rsync -a . host:' }, 'other'],
  ];
  for (const [what, facts, group] of groups) {
    it(`goes by ${what}`, () => {
      assert.deepEqual(describeWith(facts), { group, background: false });
    });
  }

  const background: readonly [string, Partial<TaskFacts>][] = [
    ['is declared one', { isBackground: true, group: 'build' }],
    ['watches by its name', { name: 'watch - tsconfig.json', group: 'build' }],
    ['serves by its name', { name: 'Start the server' }],
    ['watches by its command', { name: 'compile', group: 'build', command: 'tsc -p . --watch' }],
    ['serves by its command', { command: 'npm run build && npm start' }],
    ['watches by its script', { script: 'watch:tests', command: 'npm-run x' }],
  ];
  for (const [what, facts] of background) {
    it(`takes a task for a background task that ${what}`, () => {
      assert.equal(describeWith(facts).background, true);
    });
  }

  it('takes a build for development for a build', () => {
    const facts = { name: 'build:dev', script: 'build:dev', command: 'npm run build:dev' };
    assert.deepEqual(describeWith(facts), { group: 'build', background: false });
  });
});
