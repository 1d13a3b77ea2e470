import type { Signal } from '../core/activity/signal.ts';
import { Recorder, type RecorderPorts } from './recorder.ts';

/** How many signals are recorded between two writes: fewer than make a recorder drop what it could not write. No number depends on it. */
const FLUSH_EVERY = 20_000;

/** Records signals, in order of time, all of them at once. */
export function recordSignals(
  signals: readonly Signal[],
  ports: Pick<RecorderPorts, 'write' | 'offsetAt'>,
): void {
  const recorder = new Recorder(ports);
  signals.forEach((signal, i) => {
    recorder.record(signal);
    if (i % FLUSH_EVERY === FLUSH_EVERY - 1) recorder.flush();
  });
  recorder.flush();
}
