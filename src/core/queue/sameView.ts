/** The known value where the new one holds the same, in plain data; so that what has not changed can be told by identity. */
export function sameOrNew<T>(known: T | null | undefined, value: T & {}): T & {} {
  return known != null && isSame(known, value) ? known : value;
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(key => isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}
