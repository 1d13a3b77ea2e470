/** What is asked of a day, in this order. */
export const CHECK_IN_ASPECTS = ['energy', 'flow', 'satisfaction'] as const;
export type CheckInAspect = (typeof CHECK_IN_ASPECTS)[number];

export const CHECK_IN_LEVELS = ['low', 'fine', 'high'] as const;
export type CheckInLevel = (typeof CHECK_IN_LEVELS)[number];

/** Three levels, each null where nothing was said of it, and a sentence, which may be empty. */
export interface CheckInWords extends Readonly<Record<CheckInAspect, CheckInLevel | null>> {
  readonly sentence: string;
}

export const NO_WORDS: CheckInWords = { energy: null, flow: null, satisfaction: null, sentence: '' };

export function saysNothing(words: CheckInWords): boolean {
  return words.sentence === '' && CHECK_IN_ASPECTS.every(aspect => words[aspect] === null);
}
