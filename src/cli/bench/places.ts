/** Where a bench finds the databases that were made for it. */
export interface Databases {
  /** A folder of its own, removed at the end. */
  readonly folder: string;
  /** One year, and as many as were asked for; both sealed. */
  readonly year: string;
  readonly years: string;
  readonly count: number;
}
