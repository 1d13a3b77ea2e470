/** The strengths at which patterns are planted: what they reach, in parts of the rule's threshold. */
export const STRENGTHS = [0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Where a pattern was planted. */
export interface Planted {
  readonly rule: string;
  readonly strength: Strength;
  /** Epoch milliseconds, with the calm after it. */
  readonly from: number;
  readonly to: number;
}

/** Where a rule has reason to speak though nothing was planted for it. */
export interface AlsoThere {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}

export interface Truth {
  readonly planted: readonly Planted[];
  readonly alsoThere: readonly AlsoThere[];
}
