import type { Measured } from '../../src/cli/bench/figures.ts';

/** How long each ordeal lasts: the long form, or one of some seconds for all of them together. */
export interface Scale {
  readonly kills: number;
  /** Extension hosts of the real VS Code that are killed. */
  readonly hostKills: number;
  readonly writingMs: number;
  readonly clockSignals: number;
  readonly zoneDays: number;
  /** Working days in a record that is damaged. */
  readonly damagedDays: number;
  readonly years: number;
}

export const LONG: Scale = {
  kills: 200,
  hostKills: 30,
  writingMs: 60_000,
  clockSignals: 100_000,
  zoneDays: 366,
  damagedDays: 250,
  years: 10,
};

export const SHORT: Scale = {
  kills: 3,
  hostKills: 0,
  writingMs: 1_000,
  clockSignals: 5_000,
  zoneDays: 20,
  damagedDays: 4,
  years: 0,
};

/** Does something terrible to a record in `folder`, and measures what is left. Whatever has a budget must hold it. */
export type Ordeal = (folder: string, scale: Scale) => Promise<Measured[]>;
