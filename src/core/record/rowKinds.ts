/** The views of the record that hold what was recorded or written, in the order in which they are shown. */
export const ROW_KINDS = [
  'spans',
  'edits',
  'events',
  'named_times',
  'sessions',
  'tasks',
  'check_ins',
  'nudges',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The last rows of a kind, as the record holds them, the last first. */
export interface LastRows {
  readonly kind: RowKind;
  /** How many there are of them in all. */
  readonly count: number;
  readonly columns: readonly string[];
  /** Each has a cell for every column. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}
