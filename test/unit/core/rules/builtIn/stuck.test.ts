import { EDIT_UNDO } from '../../../../../src/core/rules/builtIn/editUndo.ts';
import { FAILING_RUN } from '../../../../../src/core/rules/builtIn/failingRun.ts';
import { STAYING_ERROR } from '../../../../../src/core/rules/builtIn/stayingError.ts';
import { testRule } from '../../../../support/ruleTester.ts';
import { WorkLog } from '../../../../support/workLog.ts';

const MINUTE = 60_000;

const runs = (results: readonly (number | null)[], group: 'test' | 'build' = 'test', pause = 5) => {
  const log = new WorkLog();
  for (const exitCode of results) log.type(pause).run(group, exitCode);
  return log.type(2);
};

/** The last one is all that happens last. */
const failures = (count: number, minutes: number) => {
  const log = new WorkLog().type(1);
  for (let i = 0; i < count; i++) log.run('test', 1, minutes).rest(0.5);
  return log.rest(30);
};

testRule(FAILING_RUN, {
  valid: [
    { name: 'four failures', log: runs([1, 1, 1, 1]) },
    { name: 'failures with one that passed between them', log: runs([1, 1, 1, 0, 1, 1, 1]) },
    { name: 'failures over a long time', log: runs([1, 1, 1, 1, 1, 1], 'test', 30) },
    { name: 'runs of which nobody told how they ended', log: runs([null, null, null, null, null, null]) },
    { name: 'four failures that one waits for', log: failures(4, 3) },
    { name: 'a failure long after one has left', log: failures(4, 3).run('test', 1, 40) },
    { name: 'runs that were broken off', log: runs([130, 130, 130, 130, 130, 130]) },
    {
      name: 'failures of two projects',
      log: new WorkLog().alternate(5, 60, (log, turn) =>
        log
          .in({ project: turn % 2 ? 'shop' : 'blog' })
          .type(2)
          .run('test', 1),
      ),
    },
  ],
  invalid: [
    {
      name: 'five failed tests',
      log: runs([1, 1, 1, 1, 1]),
      findings: [{ value: 5, threshold: 5, group: ['shop', 'test'] }],
    },
    {
      name: 'the last of five failures while one waits for it',
      log: failures(5, 3),
      findings: [{ value: 5, group: ['shop', 'test'] }],
    },
    {
      name: 'failed builds',
      log: runs([2, 2, 2, 2, 2, 2], 'build'),
      findings: [{ value: 6, group: ['shop', 'build'] }],
    },
    {
      name: 'failed tests, whatever the builds between them do',
      log: new WorkLog().alternate(5, 40, log => log.type(2).run('build', 0).type(1).run('test', 1)).type(2),
      findings: [{ group: ['shop', 'test'] }],
    },
  ],
});

testRule(STAYING_ERROR, {
  valid: [
    { name: 'errors that stand for a little shorter', log: new WorkLog().type(1).errors(2).type(36) },
    {
      name: 'errors that go and come',
      log: new WorkLog().type(1).errors(2).type(30).errors(0).type(1).errors(1).type(30),
    },
    {
      name: 'errors in a file that one has left',
      log: new WorkLog().type(1).errors(2).type(5).type(60, 'b.ts'),
    },
    { name: 'errors over lunch', log: new WorkLog().type(1).errors(2).type(10).rest(60).type(10) },
  ],
  invalid: [
    {
      name: 'errors that stay in the file in work',
      log: new WorkLog().type(1).errors(2).type(20).errors(3).type(24),
      findings: [{ value: 44 * MINUTE, threshold: 40 * MINUTE, group: ['shop/a.ts'] }],
    },
    {
      name: 'errors that stay over midnight',
      log: new WorkLog(Date.parse('2026-03-02T23:40:00Z')).type(1).errors(2).type(44),
      findings: [{ value: 44 * MINUTE }],
    },
    {
      name: 'errors in one of several files',
      log: new WorkLog()
        .type(1)
        .errors(1, 'b.ts')
        .alternate(10, 50, (log, turn) => log.type(4, turn % 2 ? 'a.ts' : 'b.ts')),
      findings: [{ group: ['shop/b.ts'] }],
    },
  ],
});

/** So many undos, with so many edits between each two. */
const undos = (count: number, between: number) => {
  const log = new WorkLog();
  for (let i = 0; i < count; i++) log.edits(between).edits(1, { origin: 'undo' });
  return log;
};

testRule(EDIT_UNDO, {
  valid: [
    { name: 'twenty-two undos', log: undos(22, 1).type(8) },
    { name: 'many undos among many more edits', log: undos(40, 4).type(8) },
    {
      name: 'undos in two files',
      log: new WorkLog().edits(20, { origin: 'undo' }).edits(20, { origin: 'undo' }, 'b.ts').type(8),
    },
    { name: 'edits of programs', log: new WorkLog().type(1).edits(60, { origin: 'program' }).type(8) },
  ],
  invalid: [
    {
      name: 'twenty-eight undos among as many edits',
      log: undos(28, 1).type(8),
      findings: [{ value: 28, threshold: 25, group: ['shop/a.ts'] }],
    },
    { name: 'as many where they are the last that was done', log: undos(28, 1), findings: [{ value: 28 }] },
  ],
});
