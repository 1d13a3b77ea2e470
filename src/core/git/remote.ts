/**
 * The name of a repository's remote (`acme/shop`), from its `config` file: that of `origin`, else of the first one. Host, user and
 * password of its address are let go. null: it has none.
 */
export function remoteName(config: string): string | null {
  const addresses = addressesOf(config);
  const address = addresses.get('origin') ?? [...addresses.values()][0];
  return address === undefined ? null : nameIn(address);
}

function addressesOf(config: string): Map<string, string> {
  const addresses = new Map<string, string>();
  let remote: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) remote = /^\s*\[remote "([^"]+)"\]/.exec(line)?.[1];
    const url = /^\s*url\s*=\s*(\S+)/.exec(line)?.[1];
    if (remote !== undefined && url !== undefined && !addresses.has(remote)) addresses.set(remote, url);
  }
  return addresses;
}

/** The last two names of a path, without the server in front of it: `https://host/`, `user@host:`. */
function nameIn(address: string): string | null {
  const path = address.replace(/^[a-z][a-z+.-]*:\/\/[^/]*|^[^/\\:]{2,}:/i, '');
  const names = path.replace(/(?:\.git)?[\\/]*$/, '').split(/[\\/]+/);
  return (
    names
      .filter(name => name !== '')
      .slice(-2)
      .join('/') || null
  );
}
