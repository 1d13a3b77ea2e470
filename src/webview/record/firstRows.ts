import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import { onMessage, post } from '../vscodeApi.ts';

type Take = (rows: FirstRows) => void;

/** So that no answer to an earlier page is taken for one to this. */
let turns = Date.now();
const waiting = new Map<number, Take>();

onMessage('rows', ({ turn, rows }) => {
  waiting.get(turn)?.(rows);
  waiting.delete(turn);
});

/** Asks the host for the first rows that a filter lets through; what is returned gives that up. */
export function readRows(filter: RecordFilter, take: Take): () => void {
  const turn = ++turns;
  waiting.set(turn, take);
  post({ type: 'readRows', turn, filter });
  return () => {
    waiting.delete(turn);
  };
}
