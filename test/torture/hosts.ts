import fs from 'node:fs';
import { figure } from '../../src/cli/bench/figures.ts';
import { count, query, seed } from '../ui/support/database.ts';
import { Witness } from '../ui/support/witness.ts';
import { Editor } from '../vscode/editor.ts';
import { VSIX } from '../vscode/paths.ts';
import { DoomedWindow } from './doomedWindow.ts';
import type { Ordeal } from './ordeal.ts';

export interface KilledHosts {
  /** Spans whose ids had left a host after COMMIT. */
  readonly acknowledged: number;
  /** Those of them that the record does not hold. */
  readonly lost: number;
  /** Pairs of spans of one window that share some time. */
  readonly overlapping: number;
  /** How often the file was not whole after a kill. */
  readonly damaged: number;
  /** How much typing each kill took from the record, milliseconds: that of the open span, which was not written yet. */
  readonly openMs: readonly number[];
}

const OVERLAPPING = `SELECT count(*) FROM span a JOIN span b ON a.project = b.project AND a.id < b.id
  WHERE a.start < b.start + b.ms AND b.start < a.start + a.ms`;

/** Extension hosts of the real VS Code that are killed with SIGKILL while they record, in three windows at the same time. */
export const tortureHosts: Ordeal = async (_folder, { hostKills }) => {
  if (hostKills === 0) return [];
  if (!fs.existsSync(VSIX)) throw new Error('There is no VSIX yet: npm run package makes it.');
  const witness = new Witness();
  const editor = await Editor.start({ moreVsix: [witness.vsix], environment: witness.environment });
  try {
    const found = await killHosts(editor, witness, { kills: hostKills, windows: 3 });
    const what = `${hostKills} × kill -9 of a host`;
    return [
      figure(`${what}: acknowledged`, found.acknowledged, 'spans', null),
      figure(`${what}: lost`, found.lost, 'spans', 0),
      figure(`${what}: counted twice`, found.overlapping, 'spans', 0),
      figure(`${what}: database damaged`, found.damaged, 'times', 0),
      figure(`${what}: most lost of the open span`, Math.max(...found.openMs), 'ms', 2_000),
    ];
  } finally {
    await editor.close();
    witness.dispose();
  }
};

/** Kills so many hosts in all, by turns in so many windows that record at the same time. `editor` has recorded nothing yet. */
export async function killHosts(
  editor: Editor,
  witness: Witness,
  { kills, windows }: { readonly kills: number; readonly windows: number },
): Promise<KilledHosts> {
  await seed(editor, []);
  const doomed = Array.from(
    { length: windows },
    (_, i) => new DoomedWindow(editor, witness, `doomed${i + 1}`),
  );
  const openMs: number[] = [];
  let damaged = 0;
  try {
    while (openMs.length < kills) {
      const round = doomed.slice(0, kills - openMs.length);
      for (const window of round) await window.prepare();
      // Each at another moment between two writes, which are two seconds apart.
      const moments = round.map((_, i) => ((openMs.length + i) * 733) % 4_000);
      openMs.push(...(await Promise.all(round.map((window, i) => window.typeUntilKilled(moments[i]!)))));
      if (query(editor, 'PRAGMA integrity_check')[0]?.['integrity_check'] !== 'ok') damaged++;
    }
  } finally {
    for (const window of doomed) window.dispose();
  }
  const kept = new Set(query(editor, 'SELECT id FROM span').map(row => Number(row['id'])));
  const told = witness.committed;
  const lost = [...told].filter(id => !kept.has(id)).length;
  return { acknowledged: told.size, lost, overlapping: count(editor, OVERLAPPING), damaged, openMs };
}
