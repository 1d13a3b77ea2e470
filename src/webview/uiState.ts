import { keep, kept } from './vscodeApi.ts';

/** More than a page can show open at once; older ones are forgotten, so that yesterday's names do not pile up. */
const MOST = 100;

/** All that a page remembers by itself. */
export interface UiState {
  /** What the user has opened or closed against the default, by id. */
  readonly toggled: ReadonlySet<string>;
  /** What the user has chosen to see in a place that can show several things, by the place's id. */
  readonly chosen: ReadonlyMap<string, string>;
}

/** As it was before a reload; of what is not as it should be, nothing. */
export function restoreUiState(): UiState {
  const state = kept();
  const { toggled, chosen }: { toggled?: unknown; chosen?: unknown } =
    typeof state === 'object' && state !== null ? state : {};
  return {
    toggled: new Set(Array.isArray(toggled) ? toggled.filter(isText) : []),
    chosen: new Map(Array.isArray(chosen) ? chosen.filter(isPair) : []),
  };
}

/** With `id` switched over. */
export function toggle(state: UiState, id: string): UiState {
  const toggled = new Set(state.toggled);
  if (!toggled.delete(id)) toggled.add(id);
  return { ...state, toggled: new Set([...toggled].slice(-MOST)) };
}

/** With `value` chosen in a place. */
export function choose(state: UiState, place: string, value: string): UiState {
  return { ...state, chosen: new Map([...state.chosen, [place, value]]) };
}

/** Keeps it for the next reload. */
export function keepUiState({ toggled, chosen }: UiState): void {
  keep({ toggled: [...toggled], chosen: [...chosen] });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every(isText);
}
