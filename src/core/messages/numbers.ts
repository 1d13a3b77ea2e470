import type { RecordFilter } from '../audit/filterSchema.ts';
import type { SettingKey } from '../settings.ts';

/** One number, with how it was computed. */
export interface NumberView<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** As shown: "2 h 05", "9", "0.41", "–". */
  readonly value: string;
  /** What the number is seen beside: "3 blocks", "of 7 h 06"; empty where there is nothing to say. */
  readonly beside: string;
  readonly explanation: Explanation;
}

export interface ShareView {
  /** Unique in its list. `rest`: everything after the first few; `none`: time that belongs to no name. */
  readonly kind: 'name' | 'rest' | 'none';
  /** Where `kind` is `name`, data as recorded, so it may hold anything. */
  readonly name: string;
  readonly ms: number;
  readonly value: string;
  readonly explanation: Explanation;
}

/** "How this was computed": the definition in plain words, then the figures that went into it. */
export interface Explanation {
  readonly definition: string;
  readonly terms: readonly Term[];
  /** The setting that changes the number, without the `andon.` prefix. */
  readonly setting: SettingKey | null;
  /** What of the record it was computed from; absent: nothing can be shown. */
  readonly source?: Source;
  /** The number changes with what times away are named. */
  readonly isNamed?: true;
}

/** A way from a number to its rows. */
export interface Source {
  /** "Show the 214 spans behind it" */
  readonly label: string;
  readonly filter: RecordFilter;
}

export interface Term {
  /** Names in it are isolated (`isolate`), so that they cannot turn the text around them. */
  readonly label: string;
  readonly value: string;
}
