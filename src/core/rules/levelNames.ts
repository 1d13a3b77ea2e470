import type { Level } from './rule.ts';

/** Where a rule may show at most, as one says it. */
export const LEVEL_NAMES: { readonly [L in Level]: string } = {
  off: 'off',
  panel: 'panel',
  statusBar: 'status bar',
  toast: 'message',
};
