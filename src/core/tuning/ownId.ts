/** An id of one's own that no other rule has: "mine/ping-pong", "mine/ping-pong-2". */
export function ownId(id: string, taken: ReadonlySet<string>): string {
  const name = `mine/${id.split('/').at(-1) ?? 'rule'}`;
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}
