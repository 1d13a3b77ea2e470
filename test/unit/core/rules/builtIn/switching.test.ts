import { PING_PONG } from '../../../../../src/core/rules/builtIn/pingPong.ts';
import { TWO_FILES } from '../../../../../src/core/rules/builtIn/twoFiles.ts';
import { testRule } from '../../../../support/ruleTester.ts';
import { MONDAY, WorkLog } from '../../../../support/workLog.ts';
import { session } from '../../focus/builders.ts';

/** Between two projects. */
const projects = (changes: number, minutes: number, log = new WorkLog()) =>
  log.alternate(changes, minutes, (each, turn) => each.in({ project: turn % 2 ? 'shop' : 'blog' }).type(0.5));

testRule(PING_PONG, {
  valid: [
    { name: 'seven switches', log: projects(7, 19) },
    { name: 'as many switches in a longer time', log: projects(9, 30) },
    {
      name: 'many glances of some seconds',
      log: new WorkLog().alternate(30, 20, (log, turn) =>
        log.in({ project: turn % 2 ? 'shop' : 'blog' }).type(turn % 2 ? 0.9 : 0.1),
      ),
    },
    {
      name: 'switches in a focus session',
      log: projects(12, 20),
      sessions: [session({ startedAt: MONDAY - 60_000 })],
    },
    { name: 'switches while one debugs', log: projects(12, 20, new WorkLog().debug('start')) },
    {
      name: 'switches across breaks, which are none',
      log: new WorkLog().alternate(9, 60, (log, turn) => log.in({ project: `p${turn}` }).type(0.5)),
    },
  ],
  invalid: [
    { name: 'nine switches in twenty minutes', log: projects(9, 19), findings: [{ value: 9, threshold: 8 }] },
    {
      name: 'switches between items of one project',
      log: new WorkLog().alternate(10, 19, (log, turn) => log.item(`i${turn % 2}`).type(0.5)),
      findings: [{ value: 10 }],
    },
    {
      name: 'a long to and fro once, since it is one',
      log: projects(40, 80),
      findings: [{}],
    },
  ],
});

const files = (changes: number, minutes: number, log = new WorkLog()) =>
  log.alternate(changes, minutes, (each, turn) => each.type(0.2, turn % 2 ? 'a.ts' : 'b.ts'));

testRule(TWO_FILES, {
  valid: [
    { name: 'fourteen changes', log: files(14, 9) },
    { name: 'as many changes in a longer time', log: files(18, 18) },
    {
      name: 'many changes among many files',
      log: new WorkLog().alternate(24, 9, (log, turn) => log.type(0.2, `f${turn % 6}.ts`)),
    },
    { name: 'changes while one debugs', log: files(20, 9, new WorkLog().debug('start')) },
  ],
  invalid: [
    {
      name: 'eighteen changes in ten minutes',
      log: files(18, 9),
      findings: [{ value: 18, threshold: 16, group: ['shop/a.ts\nshop/b.ts'] }],
    },
    {
      name: 'changes by looking only',
      log: new WorkLog().alternate(20, 9, (log, turn) => log.read(0.2, turn % 2 ? 'a.ts' : 'b.ts')),
      findings: [{ value: 20 }],
    },
  ],
});
