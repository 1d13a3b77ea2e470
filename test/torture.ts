import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMissed, type Measured } from '../src/cli/bench/figures.ts';
import { printFigures } from '../src/cli/bench/print.ts';
import { runCli, UsageError } from '../src/cli/runCli.ts';
import { tortureClock } from './torture/clock.ts';
import { tortureDamages } from './torture/damages.ts';
import { tortureFullDisk } from './torture/fullDisk.ts';
import { tortureKills } from './torture/kills.ts';
import { tortureHosts } from './torture/hosts.ts';
import { LONG, SHORT, type Ordeal, type Scale } from './torture/ordeal.ts';
import { tortureYears } from './torture/tenYears.ts';
import { tortureWriters } from './torture/writers.ts';
import { tortureZones } from './torture/zones.ts';

const ORDEALS: { readonly [name: string]: Ordeal } = {
  kills: tortureKills,
  hosts: tortureHosts,
  writers: tortureWriters,
  clock: tortureClock,
  zones: tortureZones,
  damages: tortureDamages,
  fullDisk: tortureFullDisk,
  years: tortureYears,
};

const USAGE = `Usage: npm run -s torture -- [--short] [--json] [--host-kills N] [ORDEAL…]

Does to records what time, crashes and disks do to them, and prints what is left. Exits with 1 where something is lost.

  ORDEAL   ${Object.keys(ORDEALS).join(', ')}; default: all, some minutes
  --short         seconds instead of minutes, without the years and without extension hosts
  --host-kills N  how many extension hosts of the real VS Code are killed, 0 to 1000; default: ${LONG.hostKills}, some eight seconds each.
                  Andon is taken from the VSIX: npm run package comes first
  --json          prints { name: { value, unit, budget } }`;

await runCli(USAGE, main);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'host-kills': { type: 'string' },
    },
  });
  const scale = scaleOf(values.short ? SHORT : LONG, values['host-kills']);
  const names = positionals.length > 0 ? positionals : Object.keys(ORDEALS);
  const folder = mkdtempSync(join(tmpdir(), 'andon-torture-'));
  try {
    const figures: Measured[] = [];
    for (const name of names) {
      const place = join(folder, name);
      mkdirSync(place, { recursive: true });
      figures.push(...(await ordealOf(name)(place, scale)));
    }
    printFigures(figures, values.json);
    // Times depend on the machine; what is lost does not.
    if (figures.some(each => each.unit !== 'ms' && isMissed(each))) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ordealOf(name: string): Ordeal {
  const ordeal = Object.hasOwn(ORDEALS, name) ? ORDEALS[name] : undefined;
  if (!ordeal) throw new UsageError(`There is no ordeal called ${name}.`);
  return ordeal;
}

function scaleOf(scale: Scale, hostKills: string | undefined): Scale {
  if (hostKills === undefined) return scale;
  const kills = Number(hostKills);
  if (!Number.isInteger(kills) || kills < 0 || kills > 1_000) {
    throw new UsageError('--host-kills takes a number from 0 to 1000.');
  }
  return { ...scale, hostKills: kills };
}
