import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { zoneCalendar, type Calendar } from '../core/activity/calendar.ts';
import { minutes, readSettings, type Settings } from '../core/settings.ts';
import { replay } from '../runtime/replay.ts';
import { openStore } from '../store/open.ts';
import { readSignalLog } from '../transfer/signalLog.ts';
import { runCli, UsageError } from './runCli.ts';

const USAGE = `Usage: npm run -s replay -- FILE.jsonl [--settings FILE.json] [--db OUT.sqlite] [--tz ZONE]

Feeds a signal log through Andon and prints what it comes to, as JSON.

  FILE.jsonl            one signal a line; - reads standard input
  --settings FILE.json  settings, without the andon. prefix
  --db OUT.sqlite       keeps the record in a new file
  --tz ZONE             where the log was written, such as Europe/Berlin; default: this machine's zone`;

await runCli(USAGE, main);

async function main(): Promise<void> {
  const { file, db, settings, calendar } = readArguments();
  const { signals, rejected } = readSignalLog(readInput(file).split('\n'));
  const store = await openStore(db ?? ':memory:', {
    onWarning: message => {
      console.error(message);
    },
  });
  try {
    const result = replay(signals, {
      write: batch => store.write(batch),
      slice: ({ start, end }) => store.slice(start, end, minutes(settings['idle.after'])).slice,
      facts: ({ start, end }) => store.standingFacts(start, end),
      calendar,
      settings,
      onRuleFailure: (rule, error) => {
        console.error(`The rule ${rule} failed and is left out:`, error);
      },
    });
    console.log(JSON.stringify({ ...result, rejected }, null, 2));
  } finally {
    store.close();
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { settings: { type: 'string' }, db: { type: 'string' }, tz: { type: 'string' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('One log is needed.');
  if (values.db !== undefined && existsSync(values.db)) {
    throw new UsageError(`${values.db} is there already: a replay makes a new file.`);
  }
  return { file, db: values.db, settings: loadSettings(values.settings), calendar: calendarOf(values.tz) };
}

function calendarOf(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): Calendar {
  try {
    return zoneCalendar(zone);
  } catch {
    throw new UsageError(`${zone} is no time zone.`);
  }
}

function loadSettings(file: string | undefined): Settings {
  let raw: unknown = {};
  if (file !== undefined) {
    try {
      raw = JSON.parse(readInput(file));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${file} is not JSON.`);
    }
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new UsageError('Settings are a JSON object.');
  }
  const values: { readonly [key: string]: unknown } = { ...raw };
  const { settings, problems } = readSettings(key => values[key]);
  for (const { message } of problems) console.error(message);
  return settings;
}

function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
