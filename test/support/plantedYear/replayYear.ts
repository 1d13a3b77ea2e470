import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../../vscode/paths.ts';
import { PLANTED_ZONE } from './dates.ts';
import type { Found } from './score.ts';
import { WEEKLY_PLAN_HOURS } from './weeklyPlan.ts';
import type { PlantedYear } from './year.ts';

/** All others are the defaults. */
export const PLANTED_SETTINGS: Readonly<Record<string, unknown>> = { 'focus.weeklyPlan': WEEKLY_PLAN_HOURS };
const LONGEST_ANSWER = 1 << 28;

/** Writes a year down as a log and lets `npm run replay` find in it what it finds. Throws where it fails or rejects a line. */
export function replayYear({ signals }: Pick<PlantedYear, 'signals'>): Found[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-year-'));
  try {
    const log = path.join(folder, 'year.jsonl');
    const settings = path.join(folder, 'settings.json');
    fs.writeFileSync(log, signals.map(signal => JSON.stringify(signal)).join('\n'));
    fs.writeFileSync(settings, JSON.stringify(PLANTED_SETTINGS));
    return findingsOf(log, settings);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function findingsOf(log: string, settings: string): Found[] {
  const args = ['src/cli/replay.ts', log, '--settings', settings, '--tz', PLANTED_ZONE];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: REPOSITORY,
    encoding: 'utf8',
    maxBuffer: LONGEST_ANSWER,
  });
  if (status !== 0) throw new Error(`The replay failed: ${stderr}`);
  const { findings, rejected } = JSON.parse(stdout) as { findings: Found[]; rejected: number };
  if (rejected > 0) throw new Error(`${rejected} lines of the planted year were rejected`);
  return findings;
}
