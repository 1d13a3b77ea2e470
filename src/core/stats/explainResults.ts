import type { Explanation } from '../messages/numbers.ts';
import { formatCount } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import { isolate } from '../text/isolate.ts';
import { firstTerms, lastTerms } from './cutTerms.ts';
import { LEAST_FOR_RATES_MS, type Figures } from './figures.ts';
import { formatPercent, orDash } from './formats.ts';
import { itemText, type ItemNames } from './itemNames.ts';
import { itemMs, type Portion } from './portions.ts';
import type { Commit, DoneItem } from './results.ts';

export const DONE_DEFINITION =
  'Items of the queue that you finished. What was dropped does not count, nor what was taken up again.';
export const COMMITS_DEFINITION =
  'Commits made in the repositories of your folders, in the editor, in a terminal or by an agent. ' +
  'An amended one counts anew; otherwise each counts once, however many windows saw it.';
export const EXPLORATION_DEFINITION =
  'The part of your active time in which an item with the label exploration was in work. ' +
  `It is told from ${formatDuration(LEAST_FOR_RATES_MS)} of active time on.`;

/** Each item with the time that it took. */
export function explainDone(done: readonly DoneItem[]): Explanation {
  return {
    definition: DONE_DEFINITION,
    terms: [
      ...lastTerms(
        done.map(({ key, title, usedMs }) => ({
          label: isolate(`${key} ${title}`),
          value: formatDuration(usedMs),
        })),
        { one: 'earlier one' },
      ),
      { label: 'Done', value: formatCount(done.length) },
    ],
    setting: null,
  };
}

/** By repository. */
export function explainCommits(commits: readonly Commit[]): Explanation {
  const counts = new Map<string, number>();
  for (const { repo } of commits) counts.set(repo, (counts.get(repo) ?? 0) + 1);
  const repos = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return {
    definition: COMMITS_DEFINITION,
    terms: [
      ...firstTerms(
        repos.map(([repo, count]) => ({ label: isolate(repo), value: formatCount(count) })),
        { one: 'repository with fewer', many: 'repositories with fewer' },
      ),
      { label: 'Commits', value: formatCount(commits.length) },
    ],
    setting: null,
  };
}

/** By item. */
export function explainExploration(
  portions: readonly Portion[],
  names: ItemNames,
  { activeMs, explorationMs }: Pick<Figures, 'activeMs' | 'explorationMs'>,
  share: number | null,
): Explanation {
  const items = new Set(portions.map(({ item }) => item).filter(item => item !== null));
  const explored = [...items]
    .filter(item => names.isExploration(item))
    .map(item => ({ item, ms: itemMs(portions, each => each === item) }))
    .sort((a, b) => b.ms - a.ms || (a.item < b.item ? -1 : 1));
  return {
    definition: EXPLORATION_DEFINITION,
    terms: [
      ...firstTerms(
        explored.map(({ item, ms }) => ({
          label: isolate(itemText(names, item)),
          value: formatDuration(ms),
        })),
        { one: 'item with less', many: 'items with less' },
      ),
      { label: 'On new ground', value: formatDuration(explorationMs) },
      { label: 'Active time', value: formatDuration(activeMs) },
      { label: 'Share', value: orDash(share, formatPercent) },
    ],
    setting: null,
  };
}
