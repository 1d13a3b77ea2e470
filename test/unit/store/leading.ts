import { writeSync } from 'node:fs';
import { StoreBusy } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open.ts';

/** A window of its own process: asks for the lead until it has it, says so, and stays. */
const [, , path = '', name = ''] = process.argv;
const store = await openStore(path);
const timer = setInterval(() => {
  try {
    if (!store.leadership.tryTake(name, Date.now())) return;
    writeSync(1, 'leads\n');
    clearInterval(timer);
    setInterval(() => undefined, 1_000);
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
  }
}, 20);
