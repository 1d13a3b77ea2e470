import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import { clockText } from '../../core/text/clock.ts';
import { dateText } from '../parts/dateText.ts';
import { UserText } from '../parts/UserText.tsx';

interface RecordFilterPartsProps {
  readonly filter: RecordFilter;
  /** IANA zone, to tell times by. */
  readonly zone: string;
  readonly today: string;
  /** Takes what is to be changed. */
  readonly onRemove: (change: RecordFilter) => void;
}

/** What holds rows back and has no field of its own, in words, each to be removed. */
export function RecordFilterParts({ filter, zone, today, onRemove }: RecordFilterPartsProps) {
  const parts = partsOf(filter, zone, today);
  if (parts.length === 0) return null;
  return (
    <div class="record-parts" role="group" aria-label="Only">
      {parts.map(([part, text]) => (
        <button
          key={part}
          type="button"
          class="record-part"
          title="Remove"
          onClick={() => {
            onRemove({ [part]: undefined });
          }}
        >
          <UserText>{text}</UserText>
          <span aria-hidden="true">×</span>
          <span class="visually-hidden">remove</span>
        </button>
      ))}
    </div>
  );
}

function partsOf(
  filter: RecordFilter,
  zone: string,
  today: string,
): [part: keyof RecordFilter, text: string][] {
  const { times, countedAs, branches, items, languages } = filter;
  return [
    ...(times ? [['times', timesText(times, filter, zone, today)] as const] : []),
    ...(countedAs ? [['countedAs', countedAs.name] as const] : []),
    ...namesPart('branches', branches),
    ...namesPart('items', items),
    ...namesPart('languages', languages),
  ].map(([part, text]) => [part, text]);
}

function namesPart(part: 'branches' | 'items' | 'languages', names: readonly (string | null)[] | undefined) {
  return names ? [[part, names.map(name => name ?? 'none').join(', ')] as const] : [];
}

/** "14:02 to 14:22"; over midnight "22 November 23:50 to 23 November 0:10". */
function timesText(
  times: NonNullable<RecordFilter['times']>,
  { from = '', to = '' }: RecordFilter,
  zone: string,
  today: string,
): string {
  const clock = clockText(zone);
  if (from === to) return clock.range(times);
  const text = (date: string, at: number) => `${dateText(date, today)} ${clock.time(at)}`;
  return `${text(from, times.start)} to ${text(to, times.end)}`;
}
