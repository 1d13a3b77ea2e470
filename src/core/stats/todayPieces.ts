import type { ItemStretchView, PieceView } from '../messages/today.ts';
import type { DayPiece } from './day.ts';
import { nameOrId, type ItemNames } from './itemNames.ts';

/** A day's pieces for drawing: neighbours that would look the same are one. */
export function piecesToDraw(pieces: readonly DayPiece[]): PieceView[] {
  const drawn: PieceView[] = [];
  for (const piece of pieces) {
    const next = toView(piece);
    if (!next) continue;
    const last = drawn.at(-1);
    if (last?.end === next.start && isAlike(last, next)) drawn[drawn.length - 1] = { ...last, end: next.end };
    else drawn.push(next);
  }
  return drawn;
}

function toView({ start, end, span, as }: DayPiece): PieceView | null {
  if (span) return { kind: 'active', start, end, activity: span.activity, project: span.project };
  return as && { kind: 'named', start, end, as };
}

function isAlike(a: PieceView, b: PieceView): boolean {
  if (a.kind === 'active') return b.kind === 'active' && a.activity === b.activity && a.project === b.project;
  return b.kind === 'named' && a.as === b.as;
}

/** When items were in work: neighbours of one item are one stretch. */
export function itemStretches(pieces: readonly DayPiece[], names: ItemNames): ItemStretchView[] {
  const stretches: { item: string; start: number; end: number }[] = [];
  for (const { item, start, end } of pieces) {
    if (item === null) continue;
    const last = stretches.at(-1);
    if (last?.end === start && last.item === item) last.end = end;
    else stretches.push({ item, start, end });
  }
  return stretches.map(({ item, start, end }) => ({ start, end, ...nameOrId(names, item) }));
}
