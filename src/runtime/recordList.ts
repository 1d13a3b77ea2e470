import { DisposableStore, type Disposable } from '../base/disposable.ts';
import { Emitter } from '../base/emitter.ts';
import type { SpanKey } from '../core/activity/correction.ts';
import type { RecordFilter } from '../core/audit/filterSchema.ts';
import { PAGE_ROWS } from '../core/audit/row.ts';
import type { PageKey, RecordDay, RecordView, Selection } from '../core/messages/record.ts';
import { recordedSpans } from '../store/recordedSpans.ts';
import type { CorrectionKeeper } from './correctionKeeper.ts';
import { RecordBook, type RecordBookPorts } from './recordBook.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { findSelected, type Selected } from './recordSelection.ts';

export interface RecordListPorts extends RecordBookPorts {
  /** The machine's zone (IANA name). */
  readonly zone: () => string;
}

/** Rows that fill the first sight of the list. */
const FIRST_ROWS = 60;
const MOST_PROJECTS = 200;
const NOTHING: Selection = { range: null, flipped: [] };

/** The list of the record as one page shows it: what is in sight, and what is selected. */
export class RecordList implements Disposable {
  private readonly keeper: RecordKeeper;
  private readonly corrections: CorrectionKeeper;
  private readonly ports: RecordListPorts;
  private readonly disposables = new DisposableStore();
  private readonly changed = this.disposables.add(new Emitter<void>());
  private readonly book: RecordBook;
  private wanted: readonly PageKey[] = [];
  private selection: Selection = NOTHING;
  private found: Selected | null = null;
  private asked = 0;

  /** It looks different, by what nobody asked for here. */
  readonly onDidChange = this.changed.event;

  constructor(keeper: RecordKeeper, corrections: CorrectionKeeper, ports: RecordListPorts) {
    this.keeper = keeper;
    this.corrections = corrections;
    this.ports = ports;
    this.book = this.disposables.add(new RecordBook(keeper, ports));
    this.disposables.add(
      this.book.onDidChange(() => {
        this.changed.fire();
      }),
    );
    this.disposables.add(
      corrections.onDidChange(() => {
        this.select(this.selection).then(
          () => {
            this.changed.fire();
          },
          (error: unknown) => {
            ports.onFailure('What is selected could not be found.', error);
          },
        );
      }),
    );
  }

  /** The spans that are selected; null: none. */
  get selected(): Selected | null {
    return this.found;
  }

  /** Looks at something else. */
  show(filter: RecordFilter): void {
    this.asked++;
    this.wanted = [];
    this.selection = NOTHING;
    this.found = null;
    this.book.show(filter);
  }

  /** These are in sight. */
  lookAt(pages: readonly PageKey[]): void {
    this.wanted = pages;
  }

  /** Settles when the spans are known. Rejects with a `StoreError`. */
  async select(selection: Selection): Promise<void> {
    const turn = ++this.asked;
    this.selection = selection;
    const { book } = this;
    book.catchUp();
    const found = await findSelected(
      selection,
      {
        dates: book.days.map(([date]) => date),
        rowsOf: date => book.rowsOf(date),
        yieldTurn: this.ports.yieldTurn,
      },
      () => turn === this.asked,
    );
    if (turn === this.asked) this.found = found;
  }

  view(): RecordView {
    const { book, corrections, found } = this;
    book.catchUp();
    // Reading a page may tell more of its day than counting did, so it comes first.
    const pages = book.pages(this.wanted.length > 0 ? this.wanted : firstPages(book.days));
    return {
      filter: book.filter,
      zone: this.ports.zone(),
      days: book.days,
      lookedTo: book.lookedTo,
      pages,
      selected: found && { spans: found.spans, ms: found.ms, isTooMuch: found.isTooMuch },
      undo: corrections.undoLabel,
      redo: corrections.redoLabel,
      projects: this.projects(),
    };
  }

  /** Names to choose from. */
  projects(): readonly string[] {
    return this.keeper.readable?.store.part(recordedSpans).projects(MOST_PROJECTS) ?? [];
  }

  /** The spans to correct now. */
  get keys(): readonly SpanKey[] {
    return this.found?.keys ?? [];
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function firstPages(days: readonly RecordDay[]): PageKey[] {
  const pages: PageKey[] = [];
  let rows = 0;
  for (const [date, count] of days) {
    if (rows >= FIRST_ROWS) break;
    pages.push({ date, page: 0 });
    rows += Math.min(count, PAGE_ROWS);
    if (pages.length === MOST_FIRST_PAGES) break;
  }
  return pages;
}

const MOST_FIRST_PAGES = 8;
