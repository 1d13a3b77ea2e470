import { createServer } from 'node:net';
import { StartArgumentsError } from './startArguments.ts';

/** Fails with a word for the user when somebody else listens on the port already. */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, '127.0.0.1', resolve);
    });
  } catch {
    throw new StartArgumentsError(`Port ${port} is taken; set ANDON_PORT to another one, or to none.`);
  } finally {
    probe.close();
  }
}
