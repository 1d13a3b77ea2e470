import { rowAt } from './rowWindow.ts';

const MOVEMENTS = ['next', 'previous', 'first', 'last', 'pageDown', 'pageUp'] as const;
export type Movement = (typeof MOVEMENTS)[number];

export function isMovement(command: string): command is Movement {
  return MOVEMENTS.some(movement => movement === command);
}

/** The row to which a key leads from row `from` (-1: none is current), in a list of which `height` pixels are in sight. */
export function destination(
  movement: Movement,
  from: number,
  offsets: readonly number[],
  height: number,
): number {
  const last = offsets.length - 2;
  const page = (by: number) => rowAt(offsets, (offsets[from] ?? 0) + by);
  switch (movement) {
    case 'next':
      return Math.min(from + 1, last);
    case 'previous':
      return Math.max(from - 1, 0);
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'pageDown':
      return Math.max(page(height), Math.min(from + 1, last));
    case 'pageUp':
      return Math.min(page(-height), Math.max(from - 1, 0));
  }
}
