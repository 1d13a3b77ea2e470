import type { GitEvent } from '../activity/signal.ts';

/** What a line of `logs/HEAD` tells; its message is let go. */
export interface ReflogEntry {
  /** Epoch milliseconds; git keeps whole seconds. */
  readonly at: number;
  /** The commit that HEAD came to. */
  readonly hash: string;
  readonly event: GitEvent;
}

const LINE = /^[0-9a-f]{40,64} ([0-9a-f]{40,64}) .*> (\d+) [+-]\d{4}\t([a-z-]+)/;

const EVENT_OF_VERB: { readonly [verb: string]: GitEvent | undefined } = {
  commit: 'commit',
  'cherry-pick': 'commit',
  revert: 'commit',
  checkout: 'checkout',
  merge: 'merge',
  pull: 'merge',
  rebase: 'rebase',
};

/** The entries of a reflog from its `first` line on (0-based), oldest first. Lines of other kinds are passed over. */
export function reflogEntries(lines: readonly string[], first: number): ReflogEntry[] {
  return lines.slice(first).flatMap(line => {
    const [, hash, seconds, verb] = LINE.exec(line) ?? [];
    const event = EVENT_OF_VERB[verb ?? ''];
    return hash !== undefined && event ? [{ at: Number(seconds) * 1000, hash, event }] : [];
  });
}
