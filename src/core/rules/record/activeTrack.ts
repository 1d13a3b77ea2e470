import type { FactOf } from '../../activity/facts.ts';
import { LULL_MS, type Span } from '../../activity/span.ts';
import { BLANK, type Mutable, type Occurrence } from '../streams.ts';
import { FileTrack } from './fileTrack.ts';
import type { Habit } from './habit.ts';
import type { RuleSurroundings } from './input.ts';
import { RunTrack } from './runTrack.ts';
import type { Piece } from './timeline.ts';
import type { WaitTrack } from './waitTrack.ts';

/** Pauses shorter than this are no pauses to rules. */
const LEAST_PAUSE_MS = 60_000;

/** Active time of a span, or after it by the gap rule. */
type ActivePiece = Piece & { readonly span: Span };

/** What active time is about. */
interface About {
  /** What was given to an item afterwards is that one's. */
  readonly item: string | null;
  readonly file: string | null;
}

/** Follows a person through active time: what they do, on which item and file, and where they pause. */
export class ActiveTrack {
  private readonly habit: Habit;
  private readonly waits: WaitTrack;
  private readonly runs: RunTrack;
  private readonly files: FileTrack;
  private readonly emit: (occurrence: Occurrence) => void;
  /** Those in which there was active time. */
  readonly projects = new Set<string | null>();
  private item: string | null;
  private isUntold = false;
  /** One object for all: a year has half a million of them. */
  private readonly occurrence: Mutable<Occurrence> = { ...BLANK, of: 'activeTime', at: 0 };

  /** `item`: the one in work at the beginning. */
  constructor(
    { deepBlockMs, item }: Pick<RuleSurroundings, 'deepBlockMs' | 'item'>,
    habit: Habit,
    waits: WaitTrack,
    emit: (occurrence: Occurrence) => void,
  ) {
    this.item = item;
    this.habit = habit;
    this.waits = waits;
    this.emit = emit;
    const emitNext = (occurrence: Occurrence) => {
      this.tell();
      emit(occurrence);
    };
    this.runs = new RunTrack(deepBlockMs, emitNext);
    this.files = new FileTrack(emitNext);
  }

  /** The next piece of active time. */
  add(piece: ActivePiece): void {
    const { start, end, span } = piece;
    const { project, branch } = span;
    const item = span.item === undefined ? this.item : span.item;
    this.habit.add(end - start);
    this.projects.add(project);
    if (span.lulls.length > 0) this.addLulls(start, end, span.lulls);
    this.runs.add(start, end, { project, branch, item });
    const file = this.files.add(start, end, span);
    const gap = piece.gapMs >= LEAST_PAUSE_MS ? piece.gapMs : 0;
    if (this.isUntold && this.occurrence.gap === gap && this.isContinued(start, span, { item, file })) {
      this.occurrence.ms += end - start;
    } else this.begin(piece, gap, { item, file });
  }

  /** Tells the active time that was added: to be called before anything else is told, and when a minute is over. */
  tell(): void {
    if (!this.isUntold) return;
    this.isUntold = false;
    this.emit(this.occurrence);
  }

  /** Tells deep time too. */
  tellAll(): void {
    this.tell();
    this.runs.tell();
  }

  /** Between two spans nothing happened. */
  addPause(start: number, end: number): void {
    // Nobody counts it: active time goes on as if there were one span.
    if (end - start < LULL_MS) return;
    this.tell();
    this.waits.addPause(start, end);
    if (end - start >= LEAST_PAUSE_MS) this.emit({ ...BLANK, of: 'pause', at: end, ms: end - start });
  }

  /** The clock of an item was started or stopped; stopping one that does not run changes nothing. */
  changeItem({ item, phase }: FactOf<'queue'>): void {
    if (phase === 'start') this.item = item;
    else if (item === this.item) this.item = null;
  }

  /** Where a piece that begins at `time` must end at the latest, so that what is told does not depend on how long pieces are. */
  settlesAfter(time: number): number {
    return this.runs.settlesAfter(time);
  }

  private isContinued(start: number, { project, branch, activity }: Span, { item, file }: About): boolean {
    const { occurrence } = this;
    return (
      occurrence.at + occurrence.ms === start &&
      occurrence.file === file &&
      occurrence.activity === activity &&
      occurrence.project === project &&
      occurrence.branch === branch &&
      occurrence.item === item
    );
  }

  private begin({ start, end, span }: ActivePiece, gap: number, { item, file }: About): void {
    this.tell();
    const { occurrence } = this;
    occurrence.at = start;
    occurrence.ms = end - start;
    occurrence.gap = gap;
    occurrence.project = span.project;
    occurrence.branch = span.branch;
    occurrence.item = item;
    occurrence.file = file;
    occurrence.activity = span.activity;
    occurrence.language = span.doc?.language ?? null;
    occurrence.hours = this.habit.isUsual ? 'usual' : 'unusual';
    this.isUntold = true;
  }

  private addLulls(start: number, end: number, lulls: readonly number[]): void {
    for (let i = 0; i + 1 < lulls.length; i += 2) {
      const to = lulls[i + 1] as number;
      if (to <= start || to > end) continue;
      this.tell();
      this.waits.addPause(lulls[i] as number, to);
    }
  }
}
