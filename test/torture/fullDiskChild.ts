import { once } from 'node:events';
import process from 'node:process';
import { openStore } from '../../src/store/open.ts';
import { FULL_DISK_EDITS, Typist } from './fullDisk.ts';

/** A window of its own process for `fullDisk.ts`, which bounds the size of its files while it types. */
const [, , path = ''] = process.argv;
const store = await openStore(path);
const typist = new Typist(store);
process.send?.('ready');
await once(process, 'message');
while (typist.refused < 3) typist.type();
process.send?.('full');
await once(process, 'message');
while (typist.typed < FULL_DISK_EDITS) typist.type();
const { typed, refused, otherErrors } = typist;
store.close();
process.send?.({ typed, refused, otherErrors }, () => {
  process.disconnect();
});
