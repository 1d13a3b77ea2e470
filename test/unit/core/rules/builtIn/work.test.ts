import { LONG_READ } from '../../../../../src/core/rules/builtIn/longRead.ts';
import { LONG_WAITS } from '../../../../../src/core/rules/builtIn/longWaits.ts';
import { UNCOMMITTED } from '../../../../../src/core/rules/builtIn/uncommitted.ts';
import { UNPROTECTED_FLOW } from '../../../../../src/core/rules/builtIn/unprotectedFlow.ts';
import { UNTESTED } from '../../../../../src/core/rules/builtIn/untested.ts';
import { testRule } from '../../../../support/ruleTester.ts';
import * as make from '../../../../support/signals.ts';
import { MONDAY, WorkLog } from '../../../../support/workLog.ts';
import { session } from '../../focus/builders.ts';

const MINUTE = 60_000;

testRule(LONG_READ, {
  valid: [
    { name: 'a little less reading', log: new WorkLog().read(36) },
    { name: 'reading with an edit in the middle', log: new WorkLog().read(30).type(1).read(30) },
    { name: 'a review', log: new WorkLog().read(90, 'a.ts', 'diff') },
    { name: 'debugging', log: new WorkLog().debug('start').read(60) },
    { name: 'reading before and after lunch', log: new WorkLog().read(30).rest(45).read(30) },
  ],
  invalid: [
    { name: 'long reading', log: new WorkLog().type(5).read(46), findings: [{ threshold: 40 * MINUTE }] },
    {
      name: 'reading in several files, with short pauses',
      log: new WorkLog().read(15, 'b.ts').rest(4).read(15, 'c.ts').read(15, 'd.ts'),
      findings: [{ value: 49 * MINUTE }],
    },
  ],
});

const waits = (count: number, minutes: number) => {
  const log = new WorkLog();
  for (let i = 0; i < count; i++) log.type(2).run('build', 0, minutes);
  return log.type(2);
};

testRule(LONG_WAITS, {
  valid: [
    { name: 'eighteen minutes of waiting', log: waits(6, 3) },
    { name: 'builds of some seconds', log: waits(60, 0.2) },
    { name: 'waiting that is spread over a day', log: spreadWaits() },
    { name: 'a build during which one works', log: new WorkLog().begin('build').type(60).run('test', 0) },
    {
      name: 'a watcher',
      log: new WorkLog()
        .type(1)
        .begin('build', { background: true })
        .alternate(15, 60, log => log.read(0.2)),
    },
  ],
  invalid: [
    {
      name: 'twenty-two minutes of waiting',
      log: waits(8, 2.75),
      findings: [{ value: 22 * MINUTE, threshold: 20 * MINUTE }],
    },
  ],
});

/** Four minutes in every hour. */
function spreadWaits(): WorkLog {
  const log = new WorkLog();
  for (let hour = 0; hour < 8; hour++) log.type(56).run('test', 0, 4);
  return log.type(1);
}

/** Typed in portions, so many characters. */
const written = (characters: number, log = new WorkLog()) => {
  for (let i = 0; i < 20; i++) log.edits(30, { inserted: characters / 600 }).read(0.5);
  return log.read(1);
};

testRule(UNCOMMITTED, {
  valid: [
    { name: 'a little less than much', log: written(10_800) },
    { name: 'much, with a commit in the middle', log: written(9_000, written(9_000).commit()) },
    {
      name: 'much, with a commit while one goes on typing',
      log: steadily(8_000, steadily(8_000).commit()).read(2),
    },
    { name: 'much on two branches', log: written(9_000, written(9_000).in({ branch: 'next' })) },
    {
      name: 'what programs wrote',
      log: new WorkLog().type(5).edits(100, { inserted: 500, origin: 'program' }).type(5),
    },
    { name: 'much outside every repository', log: noBranch() },
  ],
  invalid: [
    {
      name: 'much that is not committed',
      log: written(13_200),
      findings: [{ threshold: 12_000, group: ['shop', 'main'] }],
    },
    {
      name: 'much, whatever is committed in another project',
      log: written(13_200, written(1_000).in({ project: 'blog' }).type(1).commit().in({ project: 'shop' })),
      findings: [{ group: ['shop', 'main'] }],
    },
    {
      name: 'what came after a commit while one goes on typing',
      log: steadily(13_200, steadily(4_000).commit()).read(2),
      // So much of the span's as its time since: when it was written is not known.
      findings: [{ value: 13_191 }],
    },
    {
      name: 'much, where it is the last that was done',
      log: steadily(13_200),
      findings: [{ threshold: 12_000 }],
    },
  ],
});

/** One span. */
function steadily(characters: number, log = new WorkLog()): WorkLog {
  return log.edits(characters / 40, { inserted: 40 });
}

function noBranch(): WorkLog {
  const log = new WorkLog();
  for (let i = 0; i < 100; i++) log.edits(10, { inserted: 20, branch: null });
  return log.type(1);
}

const pasted = (characters: number, log = new WorkLog(), made = {}) =>
  log
    .read(1)
    .edits(8, { inserted: characters / 8, origin: 'bulk', ...made })
    .read(2);

/** Something is pasted at the very end. */
function endingIn(log: WorkLog): WorkLog {
  return log.add(make.edit(log.now, { doc: make.doc('a.ts'), inserted: 1_000, origin: 'bulk' }));
}

testRule(UNTESTED, {
  valid: [
    { name: 'a little less', log: pasted(3_600) },
    { name: 'as much, typed', log: written(1_200).type(2) },
    { name: 'as much, with a test in the middle', log: pasted(3_000, pasted(3_000).run('test', 0)) },
    {
      name: 'as much, with a test that begins with the last of it',
      log: pasted(3_000, endingIn(pasted(3_000)).run('test', 0)),
    },
    {
      name: 'as much, with a debug session in the middle',
      log: pasted(3_000, pasted(3_000).debug('start').debug('stop')),
    },
    { name: 'text', log: pasted(9_000, new WorkLog(), { doc: make.doc('a.md', 'shop', 'markdown') }) },
    {
      name: 'as much while a server runs',
      log: pasted(9_000, new WorkLog().begin('other', { background: true })),
    },
  ],
  invalid: [
    { name: 'much that was not typed', log: pasted(4_400), findings: [{ threshold: 4_000 }] },
    {
      name: 'much after the last test',
      log: pasted(4_400, pasted(4_400).run('test', 0).type(150).read(1)),
      findings: [{}, {}],
    },
  ],
});

testRule(UNPROTECTED_FLOW, {
  valid: [
    { name: 'a little less', log: new WorkLog().type(13.5) },
    { name: 'work with a switch', log: new WorkLog().type(12).in({ project: 'blog' }).type(12) },
    { name: 'work with pauses', log: new WorkLog().type(12).rest(3).type(12) },
    { name: 'reading', log: new WorkLog().read(60) },
    {
      name: 'work in a session',
      log: new WorkLog().type(40),
      sessions: [session({ startedAt: MONDAY, endedAt: null })],
    },
  ],
  invalid: [
    {
      name: 'work without a disturbance',
      log: new WorkLog().type(17),
      findings: [{ threshold: 15 * MINUTE }],
    },
    { name: 'it once a day', log: new WorkLog().type(40).rest(10).type(40), findings: [{}] },
    {
      name: 'work that goes on after a session',
      log: new WorkLog().type(50),
      sessions: [session({ startedAt: MONDAY, endedAt: MONDAY + 25 * MINUTE })],
      findings: [{ from: MONDAY + 40 * MINUTE }],
    },
  ],
});
