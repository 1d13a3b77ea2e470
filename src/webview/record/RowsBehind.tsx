import { useEffect, useState } from 'preact/hooks';
import { rowId } from '../../core/audit/row.ts';
import type { Source } from '../../core/messages/numbers.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import { clockText } from '../../core/text/clock.ts';
import { countOf } from '../../core/text/count.ts';
import { usePage } from '../pageContext.ts';
import { dayText } from '../parts/dateText.ts';
import { Link } from '../parts/Link.tsx';
import { readRows } from './firstRows.ts';
import { RowSummary } from './RowSummary.tsx';

/** The first rows of the record behind something, read when it is opened, and the way to all of them. */
export function RowsBehind({ source: { label, filter } }: { source: Source }) {
  const { openRecord } = usePage();
  const [found, setFound] = useState<FirstRows | null>(null);
  const asked = JSON.stringify(filter);
  // `asked` stands for the filter, which is made anew with every snapshot.
  useEffect(() => readRows(filter, setFound), [asked]);
  return (
    <div class="behind">
      {found && <Rows found={found} />}
      <Link
        onClick={() => {
          openRecord(filter);
        }}
      >
        {moreText(found) ?? label}
      </Link>
    </div>
  );
}

function Rows({ found: { filter, zone, days, count } }: { found: FirstRows }) {
  if (count === 0) return <p>No row of it is in the record.</p>;
  if (days.length === 0) return <p>No row of it is in the last year of the record.</p>;
  const clock = clockText(zone);
  const { from, to } = filter;
  return (
    <>
      <p>{count === null ? 'The last rows behind it' : `${countOf(count, 'row')} behind it`}</p>
      <div role="table" aria-label="Behind it">
        {days.map(({ date, rows }) => (
          <div key={date} role="rowgroup" aria-label={dayText(date)}>
            {from !== to && (
              <div role="row" class="dim">
                <div role="cell">{dayText(date)}</div>
              </div>
            )}
            {rows.map(row => (
              <div key={rowId(row)} role="row" class="behind-row">
                <RowSummary row={row} clock={clock} role="cell" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** null: all of them stand there. */
function moreText(found: FirstRows | null): string | null {
  if (!found) return null;
  if (found.count === null) return 'More in the record';
  const more = found.count - found.days.reduce((sum, { rows }) => sum + rows.length, 0);
  return more > 0 ? `${more} more in the record` : null;
}
