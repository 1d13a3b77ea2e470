import { keep, kept } from './vscodeApi.ts';

/** More than a panel can show open at once; older ones are forgotten, so that yesterday's names do not pile up. */
const MOST = 100;

/** What the user has opened or closed against the default, by id. All that the panel remembers by itself. */
export type Toggled = ReadonlySet<string>;

export function restoreToggled(): Toggled {
  const state = kept();
  if (typeof state !== 'object' || state === null || !('toggled' in state)) return new Set();
  const { toggled } = state;
  return new Set(Array.isArray(toggled) ? toggled.filter(id => typeof id === 'string') : []);
}

/** With `id` switched over; kept for the next reload. */
export function toggle(toggled: Toggled, id: string): Toggled {
  const next = new Set(toggled);
  if (!next.delete(id)) next.add(id);
  const newest = [...next].slice(-MOST);
  keep({ toggled: newest });
  return new Set(newest);
}
