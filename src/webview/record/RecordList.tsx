import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordView } from '../../core/messages/record.ts';
import { clockText } from '../../core/text/clock.ts';
import { useExtent } from '../parts/useExtent.ts';
import { usePost } from '../stats/statsContext.ts';
import { lineAfter, listKey, type ListCommand } from './listKey.ts';
import { layOut, LINE, lineCount, lineOf, pagesBetween, spotAt } from './listLayout.ts';
import { between, flip, isSelected, move, press, release, type Held, type Picked } from './picked.ts';
import { RecordLine } from './RecordLine.tsx';
import { useRecordRows } from './useRecordRows.ts';

interface RecordListProps {
  readonly record: RecordView;
  readonly today: string;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
}

/** What is drawn beyond what is in sight, in lines. */
const MARGIN = 12;
const UNMEASURED = 600;

/** The rows of the record by day, the newest first. Of millions only those in sight are drawn, and asked for. */
export function RecordList({ record, today, list, picked, onPick }: RecordListProps) {
  const post = usePost();
  const baseId = useId();
  const [scrolled, setScrolled] = useState(0);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const height = useExtent(list, 'clientHeight') || UNMEASURED;
  const layout = useMemo(() => layOut(record.days, flipped), [record.days, flipped]);
  const rows = useRecordRows(record.pages);
  const clock = useMemo(() => clockText(record.zone), [record.zone]);
  const isWanted = useRef(false);
  const last = lineCount(layout) - 1;
  const { current } = picked;
  const currentLine = current ? lineOf(layout, current.date, rows.relocate(current).index) : -1;
  const here = useMemo((): Picked => relocated(picked, rows.relocate), [picked, rows]);

  const first = Math.max(0, Math.floor(scrolled / LINE) - MARGIN);
  const end = Math.min(last, Math.ceil((scrolled + height) / LINE) + MARGIN);
  const wanted = JSON.stringify(pagesBetween(layout, first, end));
  useEffect(() => {
    const pages = JSON.parse(wanted) as ReturnType<typeof pagesBetween>;
    if (pages.length > 0) post({ type: 'lookAt', pages });
  }, [wanted]);
  useLayoutEffect(() => {
    if (isWanted.current && currentLine >= 0) reveal(list.current, currentLine);
    isWanted.current = false;
  });

  function flipDay(date: string): void {
    const next = new Set(flipped);
    if (!next.delete(date)) next.add(date);
    setFlipped(next);
  }
  function placeAt(line: number) {
    const spot = spotAt(layout, line);
    return spot && rows.placeOf(spot.date, spot.index);
  }
  function goTo(line: number, held: Held): void {
    const place = placeAt(line);
    if (!place) return;
    isWanted.current = true;
    onPick(move(here, place, held));
  }
  function selectAll(): void {
    const [newest, oldest] = [record.days[0], record.days.at(-1)];
    if (!newest || !oldest) return;
    onPick(between(here, rows.placeOf(newest[0], 0), rows.placeOf(oldest[0], oldest[1] - 1)));
  }
  function selectDay(date: string, count: number): void {
    onPick(between(here, rows.placeOf(date, 0), rows.placeOf(date, count - 1)));
  }
  function perform(command: ListCommand, held: Held): void {
    const spot = spotAt(layout, currentLine);
    switch (command.kind) {
      case 'move':
        goTo(lineAfter(command.to, currentLine, last, Math.floor(height / LINE)), held);
        return;
      case 'open':
        if (spot?.isOpen) goTo(currentLine + 1, held);
        else if (spot) flipDay(spot.date);
        return;
      case 'close':
        if (spot && spot.index >= 0) goTo(lineOf(layout, spot.date, -1), held);
        else if (spot?.isOpen) flipDay(spot.date);
        return;
      case 'switch':
        if (spot && spot.index < 0) flipDay(spot.date);
        return;
      case 'flip':
        if (spot && spot.index < 0) selectDay(spot.date, spot.rows);
        else onPick(flip(here));
        return;
      case 'all':
        selectAll();
        return;
      case 'none':
        onPick(release(here));
        return;
      case 'delete':
        post({ type: 'deleteSpans' });
        return;
      case 'undo':
        post({ type: 'undoCorrection' });
        return;
      case 'redo':
        post({ type: 'redoCorrection' });
        return;
      case 'menu':
        post({ type: 'recordMenu' });
        return;
    }
  }
  function lineUnder({ target, clientY }: MouseEvent): number {
    const { current: box } = list;
    if (!box || !(target instanceof Element) || target.closest('button')) return -1;
    return Math.floor((clientY - box.getBoundingClientRect().top + box.scrollTop) / LINE);
  }

  const drawn = linesToDraw(first, end, currentLine);
  const domId = (line: number) => `${baseId}-${line}`;
  return (
    <div
      ref={list}
      class={rows.hasCorrections ? 'record-list has-corrections' : 'record-list'}
      role="treegrid"
      aria-label="Record"
      aria-multiselectable="true"
      aria-rowcount={last + 1}
      aria-readonly="true"
      tabindex={0}
      aria-activedescendant={currentLine < 0 ? undefined : domId(currentLine)}
      onScroll={({ currentTarget }) => {
        setScrolled(Math.floor(currentTarget.scrollTop / LINE) * LINE);
      }}
      onFocus={({ target, currentTarget }) => {
        const place = placeAt(0);
        if (target === currentTarget && !current && place) onPick({ ...here, current: place });
      }}
      onKeyDown={event => {
        const command = listKey(event);
        if (!command) return;
        event.preventDefault();
        event.stopPropagation();
        perform(command, heldIn(event));
      }}
      onMouseDown={event => {
        const line = lineUnder(event);
        const place = placeAt(line);
        if (!place || event.button !== 0) return;
        if (event.target instanceof Element && event.target.closest('[data-flips]')) flipDay(place.date);
        onPick(press(here, place, heldIn(event)));
      }}
      onContextMenu={event => {
        const place = placeAt(lineUnder(event));
        if (!place) return;
        event.preventDefault();
        // By the keyboard it is a key like others.
        if (event.button !== 2) return;
        if (!isSelected(here, place)) onPick(press(here, place, { isShift: false, isControl: false }));
        post({ type: 'recordMenu' });
      }}
    >
      <div class="record-rows" role="presentation" style={{ height: `${(last + 1) * LINE}px` }}>
        {drawn.flatMap(line => {
          const spot = spotAt(layout, line);
          const place = placeAt(line);
          if (!spot || !place) return [];
          return [
            <RecordLine
              key={`${place.date} ${place.row}`}
              domId={domId(line)}
              spot={spot}
              row={rows.at(spot.date, spot.index)}
              line={line}
              top={line * LINE}
              isCurrent={line === currentLine}
              isSelected={isSelected(here, place)}
              today={today}
              clock={clock}
              onTakeBack={key => {
                post({ type: 'takeBackSpan', key });
                list.current?.focus();
              }}
            />,
          ];
        })}
      </div>
    </div>
  );
}

/** The current one too, wherever it is: the list names it for readers of the screen. */
function linesToDraw(first: number, end: number, current: number): number[] {
  const lines = Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => first + i);
  return current < 0 || (current >= first && current <= end) ? lines : [...lines, current];
}

function heldIn({ shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): Held {
  return { isShift: shiftKey, isControl: ctrlKey || metaKey };
}

function relocated(picked: Picked, relocate: ReturnType<typeof useRecordRows>['relocate']): Picked {
  const { anchor, current, range } = picked;
  return {
    ...picked,
    anchor: anchor && relocate(anchor),
    current: current && relocate(current),
    range: range && [relocate(range[0]), relocate(range[1])],
  };
}

function reveal(list: HTMLElement | null, line: number): void {
  if (!list) return;
  const top = line * LINE;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + LINE > list.scrollTop + list.clientHeight) list.scrollTop = top + LINE - list.clientHeight;
}
