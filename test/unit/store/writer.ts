import { writeSync } from 'node:fs';
import { StoreBusy } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open.ts';
import { batch, MINUTE, NINE, span } from './builders.ts';

/** A window of its own process: writes spans one by one and tells the id of each once it is committed. */
const [, , path = '', window = '', count = '0'] = process.argv;
const store = await openStore(path);
for (let i = 0; i < Number(count);) {
  try {
    const [id] = store.write(batch({ spans: [span({ window, start: NINE + i * MINUTE })] }));
    writeSync(1, `${id}\n`);
    i++;
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}
store.close();
