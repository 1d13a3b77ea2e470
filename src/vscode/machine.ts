import { uptime } from 'node:os';

/** The machine's zone now (IANA name). */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Milliseconds since the machine was started, sleep included; nobody can set it. */
export function machineUptime(): number {
  return uptime() * 1000;
}

/** Lets everything else that waits in this process have its turn. */
export function yieldTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
