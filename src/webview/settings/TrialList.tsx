import type { TrialNudge, TrialResult, TrialRow } from '../../core/messages/tuning.ts';
import { countOf } from '../../core/text/count.ts';
import { ExplanationView } from '../numbers/ExplanationView.tsx';
import { shortestDayText } from '../parts/dateText.ts';
import { Chevron } from '../parts/Chevron.tsx';
import { Link } from '../parts/Link.tsx';
import { useDisclosure } from '../parts/useDisclosure.ts';
import { UserText } from '../parts/UserText.tsx';
import { usePage } from '../pageContext.ts';
import { RowsBehind } from '../record/RowsBehind.tsx';

const ALL = 'trial:all';
/** So many stand there at first. */
const FIRST = 12;

/** Each nudge as a line, the last one first; behind it what was measured, and where in the record. */
export function TrialList({ result: { rows } }: { result: TrialResult }) {
  const { toggled, toggle } = usePage();
  const isAll = toggled.has(ALL);
  const newest = rows.toReversed();
  const shown = isAll ? newest : newest.slice(0, FIRST);
  return (
    <>
      <div class="trial-head dim small" aria-hidden="true">
        <span>Day</span>
        <span>As set</span>
        <span>Edited</span>
        <span>What it would have said</span>
      </div>
      <ul class="trial-list" aria-label="The suggestions, the last one first">
        {shown.map(row => (
          <TrialLine key={keyOf(row)} row={row} />
        ))}
      </ul>
      {rows.length > FIRST && (
        <Link
          onClick={() => {
            toggle(ALL);
          }}
        >
          {isAll ? `Show the last ${FIRST} only` : `Show all ${countOf(rows.length, 'line')}`}
        </Link>
      )}
    </>
  );
}

function TrialLine({ row }: { row: TrialRow }) {
  const { before, after } = row;
  const { isOpen, button, content, onKeyDown } = useDisclosure(`nudge:${keyOf(row)}`);
  const told = after ?? before;
  if (!told) return null;
  return (
    <li onKeyDown={onKeyDown}>
      <button {...button} class="trial-line">
        <span class="trial-date">
          <Chevron isOpen={isOpen} />
          {shortestDayText(told.date)}
        </span>
        <Time nudge={before} side="as set at" />
        <Time nudge={after} side="with these settings at" />
        <span class="trial-message">
          <UserText>{told.message}</UserText>
        </span>
      </button>
      {isOpen && (
        <div {...content} class="trial-behind">
          <Behind nudge={before} title="As it is set" />
          <Behind nudge={after} title="With these settings" />
        </div>
      )}
    </li>
  );
}

/** Readers of the screen do not see what column it stands in. */
function Time({ nudge, side }: { nudge: TrialNudge | null; side: string }) {
  if (!nudge) return <span class="dim">–</span>;
  return (
    <span>
      <span class="visually-hidden"> {side} </span>
      {nudge.time}
    </span>
  );
}

function Behind({ nudge, title }: { nudge: TrialNudge | null; title: string }) {
  if (!nudge) return null;
  const { source, ...computed } = nudge.explanation;
  return (
    <div class="explanation">
      <p>
        {title}, at {nudge.time}: <UserText>{nudge.message}</UserText>
      </p>
      <ExplanationView explanation={{ ...computed, definition: nudge.how }} />
      {source && <RowsBehind source={source} />}
    </div>
  );
}

function keyOf({ before, after }: TrialRow): string {
  return [before, after].map(nudge => (nudge ? `${nudge.date} ${nudge.minute}` : '')).join('/');
}
