import type { SpanRow } from '../../core/audit/row.ts';
import { countOf } from '../../core/text/count.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { isolate } from '../../core/text/isolate.ts';

/** "coding", "terminal" */
export function projectText(project: string | null): string {
  return project ?? 'unassigned';
}

/** How the counted time of a span comes about, for its hover. */
export function lengthText({ start, end, countedMs, pauseMs, correction }: SpanRow): string {
  if (correction?.isDeleted)
    return `Deleted: counts nowhere. The span is ${formatDuration(end - start)} long.`;
  const pause = pauseMs === 0 ? 'no pause after it' : `${formatDuration(pauseMs)} of it the pause after it`;
  return `Counts ${formatDuration(countedMs)}, ${pause}. The span itself is ${formatDuration(end - start)} long.`;
}

/** "12 edits", empty for none. */
export function editsText({ edits }: SpanRow): string {
  return edits === 0 ? '' : countOf(edits, 'edit');
}

export function editsHover({ edits, inserted, deleted }: SpanRow): string {
  const characters = `${countOf(inserted, 'character')} inserted, ${countOf(deleted, 'character')} deleted`;
  return edits === 0 ? '' : `${countOf(edits, 'edit')}: ${characters}`;
}

/** What was said of a span: "deleted", "was shop", "given to an item". */
export function correctionText({ correction }: SpanRow): string {
  if (!correction) return '';
  const { isDeleted, recordedProject, isItemGiven } = correction;
  const parts = [
    isDeleted && 'deleted',
    recordedProject !== undefined &&
      `was ${recordedProject === null ? 'unassigned' : isolate(recordedProject)}`,
    isItemGiven && 'item given',
  ];
  return parts.filter(part => part !== false).join(', ');
}
