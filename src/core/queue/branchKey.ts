/**
 * A key with nothing but `/`, `-`, `_` or an end on either side: neither `A-12` nor `DATA-1` nor the version `A-1.2` names `A-1`.
 */
const KEY = /(?<=^|[/_-])[A-Za-z][A-Za-z0-9]*-[1-9][0-9]*(?=$|[/_-])/g;

/**
 * The key of the item that a branch is for: `feature/A-12-login` is for `A-12`. Of several the first; null where there is none
 * among `keys`. Small letters count at the beginning of a segment only (`feature/a-12-login`): elsewhere they are words
 * (`plan-a-12-hours`).
 */
export function keyOfBranch(branch: string, keys: { has(key: string): boolean }): string | null {
  for (const { 0: text, index } of branch.matchAll(KEY)) {
    const key = text.toUpperCase();
    const isFirst = index === 0 || branch.charAt(index - 1) === '/';
    if ((text === key || isFirst) && keys.has(key)) return key;
  }
  return null;
}
