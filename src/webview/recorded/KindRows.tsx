import type { LastRows, RowKind } from '../../core/record/rowKinds.ts';
import { countOf } from '../../core/text/count.ts';
import { UserText } from '../parts/UserText.tsx';
import { StatSection } from '../stats/StatSection.tsx';

const TITLES: { readonly [K in RowKind]: string } = {
  spans: 'Spans',
  edits: 'Edits',
  events: 'Events',
  named_times: 'Named times',
  sessions: 'Focus sessions',
  tasks: 'Items of the queue',
  check_ins: 'Check-ins',
  nudges: 'Suggestions',
};

const WHAT: { readonly [K in RowKind]: string } = {
  spans: 'A stretch of one activity on one document.',
  edits: 'Five minutes of edits of a document, counted by origin.',
  events: 'A commit, a task, a debug session, a command by its class, a count of errors, a change of focus.',
  named_times: 'A time away that you named.',
  sessions: 'A focus session, with the words that you gave it.',
  tasks: 'What you put into the queue.',
  check_ins: 'How a day was, in your words.',
  nudges: 'What was suggested, what was measured for it, and what became of it.',
};

/** The last rows of a kind, column by column as the record holds them. */
export function KindRows({ rows: { kind, count, columns, rows } }: { rows: LastRows }) {
  const title = TITLES[kind];
  return (
    <StatSection title={title} aside={count === 0 ? 'none yet' : countOf(count, 'row')}>
      <p class="dim">
        {WHAT[kind]}
        {count > rows.length && ' The last ones:'}
      </p>
      {rows.length > 0 && (
        <div class="rows" role="region" aria-label={`${title}, the last ones`} tabindex={0}>
          <table class="table table-words">
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={columns[at]}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </StatSection>
  );
}

function Cell({ cell }: { cell: LastRows['rows'][number][number] }) {
  if (cell === null) return <span class="dim">–</span>;
  return typeof cell === 'number' ? <>{cell}</> : <UserText>{cell}</UserText>;
}
