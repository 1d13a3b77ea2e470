import { useEffect, useRef, useState } from 'preact/hooks';
import { ACTIVITIES, type Activity } from '../../core/activity/span.ts';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import { ACTIVITY_NAMES } from '../../core/text/activityName.ts';
import { withoutControls } from '../../core/text/isolate.ts';
import { Link } from '../parts/Link.tsx';
import { dateText } from '../parts/dateText.ts';
import { RecordFilterParts } from './RecordFilterParts.tsx';

interface RecordFilterBarProps {
  readonly filter: RecordFilter;
  readonly projects: readonly string[];
  readonly today: string;
  /** IANA zone, to tell times by. */
  readonly zone: string;
  readonly onFilter: (filter: RecordFilter) => void;
}

/** How long one may pause between two letters until what is written is looked for. */
const SETTLE_MS = 250;
/** The value of a choice that holds nothing back; no project can be called so. */
const ANY = '';
const NO_PROJECT = '\n';

/** What of the record is shown. */
export function RecordFilterBar({ filter, projects, today, zone, onFilter }: RecordFilterBarProps) {
  const [words, setWords] = useWords(filter, onFilter);
  const field = useRef<HTMLInputElement>(null);
  const change = (change: RecordFilter) => {
    onFilter(withoutNumber({ ...filter, words, ...change }));
  };
  const project = filter.projects?.length === 1 ? (filter.projects[0] ?? NO_PROJECT) : ANY;
  return (
    <>
      {filter.behind !== undefined && (
        <p class="record-behind">
          Behind <b>{filter.behind}</b>
          {rangeText(filter, today)}.{' '}
          <Link
            onClick={() => {
              onFilter({});
            }}
          >
            Show everything
          </Link>
        </p>
      )}
      <RecordFilterParts
        filter={filter}
        zone={zone}
        today={today}
        onRemove={without => {
          // What had the focus goes.
          field.current?.focus();
          change(without);
        }}
      />
      <div class="record-filter" role="search" aria-label="Filter the record">
        <input
          ref={field}
          class="text-field"
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder="Filter: words"
          aria-label="Words"
          value={words}
          onInput={({ currentTarget }) => {
            setWords(currentTarget.value);
          }}
        />
        <select
          class="select"
          aria-label="Project"
          value={project}
          onChange={({ currentTarget: { value } }) => {
            change({ projects: value === ANY ? undefined : [value === NO_PROJECT ? null : value] });
          }}
        >
          <option value={ANY}>All projects</option>
          {projects.map(name => (
            <option key={name} value={name}>
              {withoutControls(name)}
            </option>
          ))}
          <option value={NO_PROJECT}>unassigned</option>
        </select>
        <select
          class="select"
          aria-label="Activity"
          value={filter.activities?.length === 1 ? filter.activities[0] : ANY}
          onChange={({ currentTarget: { value } }) => {
            change({ activities: value === ANY ? undefined : [value as Activity] });
          }}
        >
          <option value={ANY}>All activities</option>
          {ACTIVITIES.map(activity => (
            <option key={activity} value={activity}>
              {ACTIVITY_NAMES[activity]}
            </option>
          ))}
        </select>
        <DateField
          label="From"
          date={filter.from}
          onDate={from => {
            change({ from, times: undefined });
          }}
        />
        <DateField
          label="To"
          date={filter.to}
          onDate={to => {
            change({ to, times: undefined });
          }}
        />
        <Check
          label="Corrected"
          isOn={filter.isCorrected === true}
          onFlip={isOn => {
            change({ isCorrected: isOn || undefined });
          }}
        />
        <Check
          label="Events"
          isOn={filter.kinds?.includes('event') === true}
          onFlip={isOn => {
            change({ kinds: isOn ? ['span', 'event'] : undefined });
          }}
        />
      </div>
    </>
  );
}

/** What is being written; it is looked for once one pauses. */
function useWords(filter: RecordFilter, onFilter: (filter: RecordFilter) => void) {
  const shown = filter.words ?? '';
  const [words, setWords] = useState(shown);
  /** What was asked for here and is not shown yet. */
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === null) setWords(shown);
    else if (asked.current === shown) asked.current = null;
  }, [shown]);
  useEffect(() => {
    if (words === shown) return undefined;
    const timer = setTimeout(() => {
      asked.current = words;
      onFilter(withoutNumber({ ...filter, words }));
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [words]);
  return [words, setWords] as const;
}

/** Narrowed by hand, it is not what the number was computed from any more. */
function withoutNumber({ behind: _, ...filter }: RecordFilter): RecordFilter {
  return filter;
}

function rangeText({ from, to }: RecordFilter, today: string): string {
  if (from === undefined || to === undefined) return '';
  return from === to ? `, ${dateText(from, today)}` : `, ${dateText(from, today)} to ${dateText(to, today)}`;
}

interface DateFieldProps {
  readonly label: string;
  readonly date: string | undefined;
  readonly onDate: (date: string | undefined) => void;
}

function DateField({ label, date = '', onDate }: DateFieldProps) {
  return (
    <label class="record-date-field">
      {label}
      <input
        class="text-field"
        type="date"
        value={date}
        onChange={({ currentTarget: { value } }) => {
          onDate(/^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);
        }}
      />
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onFlip: (isOn: boolean) => void;
}

function Check({ label, isOn, onFlip }: CheckProps) {
  return (
    <label class="record-check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          onFlip(currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}
