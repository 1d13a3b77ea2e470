import { openStore } from '../../src/store/open.ts';

/** The ids of all spans of a record, in order of time. */
export async function idsIn(path: string): Promise<number[]> {
  const store = await openStore(path);
  const { spans } = store.slice(0, 8.64e15, 300_000).slice;
  store.close();
  return spans.map(span => span.id);
}
