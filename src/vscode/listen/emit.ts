import type { Signal } from '../../core/activity/signal.ts';

/** Takes a signal; it may be filled anew after the call. */
export type Emit = (signal: Signal) => void;
