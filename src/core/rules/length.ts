const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time as rules write it: a number and its unit, such as `20m` or `1.5h`. */
export const LENGTH = /^(\d+(?:\.\d+)?)([smhd])$/;

/** Milliseconds of a length of time; null for what is none. */
export function parseLength(text: string): number | null {
  const [, count, unit] = LENGTH.exec(text) ?? [];
  return count === undefined ? null : Math.round(Number(count) * UNITS[unit as keyof typeof UNITS]);
}

/** A length of time as rules write it, in the largest unit in which it is whole. Takes milliseconds. */
export function writeLength(ms: number): string {
  const unit = (['d', 'h', 'm'] as const).find(name => ms > 0 && ms % UNITS[name] === 0) ?? 's';
  return `${ms / UNITS[unit]}${unit}`;
}
