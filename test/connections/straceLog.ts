/** Names that differ from one start to the next: process numbers, ports that were free, random ids. */
const BY_CHANCE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8,}|\d{4,}|(?<=andon-\w+-)\w{6}/g;

/**
 * The addresses in what strace writes of `connect`, `bind` and `send…`, each once, such as `connect 10.0.0.1:443`. What differs
 * from one start to the next is left out.
 */
export function connectionsIn(log: string): Set<string> {
  const found = new Set<string>();
  for (const [, call = '', family = '', rest = ''] of log.matchAll(
    / (connect|bind|sendto|sendmsg)\(.*?sa_family=(\w+)([^}]*)/g,
  )) {
    const address = addressOf(family, rest);
    if (address !== null) found.add(`${call} ${address}`);
  }
  return found;
}

/** null: of the kernel, which leads nowhere. */
function addressOf(family: string, rest: string): string | null {
  if (family === 'AF_UNIX')
    return (/sun_path=@?"([^"]*)"/.exec(rest)?.[1] ?? 'unnamed').replaceAll(BY_CHANCE, '…');
  if (family !== 'AF_INET' && family !== 'AF_INET6') return null;
  const host = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]*)"/.exec(rest)?.[1] ?? '?';
  return `${host}:${/htons\((\d+)\)/.exec(rest)?.[1] ?? '?'}`;
}
