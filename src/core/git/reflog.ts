import type { GitEvent } from '../activity/signal.ts';

/** What a line of `logs/HEAD` tells; its message is let go. */
export interface ReflogEntry {
  /** Epoch milliseconds; git keeps whole seconds. */
  readonly at: number;
  /** The commit that HEAD came to. */
  readonly hash: string;
  readonly event: GitEvent;
}

/** Old and new commit, who, when, and the action up to its colon. No name holds a tab. */
const LINE = /^[0-9a-f]{40,64} ([0-9a-f]{40,64}) [^\t]*> (\d+) [+-]\d{4}\t([^:]+)/;

/** The entries of a reflog from its `first` line on (0-based), oldest first. Lines of other kinds are passed over. */
export function reflogEntries(lines: readonly string[], first: number): ReflogEntry[] {
  return lines.slice(first).flatMap(line => {
    const [, hash, seconds, action] = LINE.exec(line) ?? [];
    const event = eventOf(action ?? '');
    return hash !== undefined && event ? [{ at: Number(seconds) * 1000, hash, event }] : [];
  });
}

const EVENT_OF_VERB: { readonly [verb: string]: GitEvent | undefined } = {
  commit: 'commit',
  'cherry-pick': 'commit',
  revert: 'commit',
  am: 'commit',
  checkout: 'checkout',
  merge: 'merge',
  pull: 'merge',
};

/**
 * What an action such as `commit (amend)`, `merge next` or `pull --rebase origin main (finish)` comes to. A rebase is told of once,
 * at its end: the commits that it moves are none of today.
 */
function eventOf(action: string): GitEvent | undefined {
  const [, verb = '', options = '', step = ''] = /^([a-z-]+)(.*?)(?: \(([a-z]+)\))?$/.exec(action) ?? [];
  // A pull with steps rebases; one that merges has none.
  if (verb === 'rebase' || (verb === 'pull' && step !== '')) {
    // Git wrote `rebase finished` before 2.26.
    return step === 'finish' || options === ' finished' ? 'rebase' : undefined;
  }
  // Concluded by hand, since it had conflicts.
  if (verb === 'commit' && step === 'merge') return 'merge';
  return step === 'abort' ? undefined : EVENT_OF_VERB[verb];
}
