import { lineOf, type DropPlace } from './reorder.ts';
import type { Row } from './rows.ts';

interface DropLineProps {
  readonly rows: readonly Row[];
  readonly offsets: readonly number[];
  readonly place: DropPlace;
}

/** Where the item that is being dragged would come to stand. */
export function DropLine({ rows, offsets, place }: DropLineProps) {
  const { index, isAfter } = lineOf(rows, place);
  const top = offsets[isAfter ? index + 1 : index] ?? 0;
  return <div class="drop-line" style={{ top: `${top}px` }} aria-hidden="true" />;
}
