import { useMemo } from 'preact/hooks';
import type { TodayView } from '../../core/messages/today.ts';
import { UNASSIGNED } from '../../core/stats/measures.ts';
import { clockText } from '../../core/text/clock.ts';
import { countOf } from '../../core/text/count.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { UserText } from '../parts/UserText.tsx';
import { tableRows } from './tableRows.ts';
import { projectOf, whatOf } from './pieceText.ts';

/** All that the timeline shows, in words. */
export function TimelineTable({ today }: { today: TodayView }) {
  const clock = useMemo(() => clockText(today.zone), [today.zone]);
  const { listed, left } = tableRows(today.pieces);
  const deep = today.blocks.filter(block => block.isDeep);
  return (
    <>
      <table class="table timeline-table">
        <caption>Pieces of the day</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What</th>
            <th scope="col">Project</th>
            <th scope="col">Length</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(piece => (
            <tr key={piece.start}>
              <td>{clock.time(piece.start)}</td>
              <td>{clock.time(piece.end)}</td>
              <td>{whatOf(piece)}</td>
              <td class="any-word">{projectOf(piece)}</td>
              <td>{formatDuration(piece.end - piece.start)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left && (
        <p class="small dim">
          And {countOf(left.count, 'shorter one')}, {formatDuration(left.ms)} together.
        </p>
      )}
      {deep.length > 0 && (
        <table class="table timeline-table">
          <caption>Deep blocks</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Project</th>
              <th scope="col">Length</th>
            </tr>
          </thead>
          <tbody>
            {deep.map(block => (
              <tr key={block.start}>
                <td>{clock.time(block.start)}</td>
                <td>{clock.time(block.end)}</td>
                <td class="any-word">
                  {block.project === null ? UNASSIGNED : <UserText>{block.project}</UserText>}
                </td>
                <td>{formatDuration(block.end - block.start)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {today.sessions.length > 0 && (
        <table class="table timeline-table">
          <caption>Focus sessions</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">What for</th>
              <th scope="col">Length</th>
            </tr>
          </thead>
          <tbody>
            {today.sessions.map(session => (
              <tr key={session.start}>
                <td>{clock.time(session.start)}</td>
                <td>{clock.time(session.end)}</td>
                <td class="any-word">
                  <bdi>{session.intention}</bdi>
                </td>
                <td>{formatDuration(session.end - session.start)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
