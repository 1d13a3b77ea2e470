/** A number from 0 to 1, 1 left out: the next one at each call. */
export type Chance = () => number;

/**
 * Chance that is the same whenever it is asked with the same words: a replay draws what the editor drew, and to look once more at
 * the same moment draws nothing new. The words are hashed by FNV-1a; numbers follow by Mulberry32 (Tommy Ettinger, 2017).
 */
export function seededChance(...words: readonly (string | number)[]): Chance {
  let state = hash(words.join('\n'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
