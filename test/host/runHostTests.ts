import Mocha from 'mocha';
import { TallyReporter } from '../run/tallyReporter.ts';

/** Slow enough for a first start on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Runs mocha inside the extension host; VS Code takes a rejection as failure. */
export async function runHostTests(files: readonly (() => Promise<unknown>)[]): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: process.env['ANDON_COLOR'] === '1',
    timeout: TIMEOUT_MS,
    reporter: TallyReporter,
    forbidOnly: process.env['CI'] !== undefined,
    ...grep(),
  });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  for (const load of files) await load();
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} host tests failed`);
}

/** `npm run test:host -- --grep TEXT` */
function grep(): Mocha.MochaOptions {
  const pattern = process.env['ANDON_GREP'];
  return pattern === undefined ? {} : { grep: pattern };
}
