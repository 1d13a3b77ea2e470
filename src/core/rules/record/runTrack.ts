import { DETOUR_MS } from '../../activity/runs.ts';
import { BLANK, type Occurrence } from '../streams.ts';

interface Work {
  readonly project: string | null;
  readonly item: string | null;
  readonly branch: string | null;
}

interface Candidate extends Work {
  readonly start: number;
}

/** Follows runs, switches and blocks through active time, by the definitions of the design, section 3. */
export class RunTrack {
  private readonly deepBlockMs: number;
  private readonly emit: (occurrence: Occurrence) => void;
  private current: Work | null = null;
  /** A change that may yet turn out to be a detour. */
  private candidate: Candidate | null = null;
  private end = -Infinity;
  private blockStart = 0;
  /** What comes after it may yet turn out to be another block. */
  private blockEnd = 0;
  /** How far the block's time was told as deep. */
  private toldUntil = 0;

  constructor(deepBlockMs: number, emit: (occurrence: Occurrence) => void) {
    this.deepBlockMs = deepBlockMs;
    this.emit = emit;
  }

  /** A piece of active time; pieces come in order. */
  add(start: number, end: number, work: Work): void {
    if (start > this.end || !this.current) this.beginBlock(start, work);
    else this.follow(start, end, this.current, work);
    this.end = end;
    if (this.candidate) return;
    this.current = work;
    this.blockEnd = end;
  }

  /** Tells the deep time that was added. */
  tell(): void {
    const { current, blockEnd, toldUntil } = this;
    if (!current || blockEnd <= toldUntil || blockEnd - this.blockStart < this.deepBlockMs) return;
    this.toldUntil = blockEnd;
    const { project, item, branch } = current;
    this.emit({
      ...BLANK,
      of: 'deepTime',
      at: blockEnd - 1,
      ms: blockEnd - toldUntil,
      project,
      item,
      branch,
    });
  }

  /** When a change under way will turn out to be a switch; Infinity: there is none. */
  settlesAfter(time: number): number {
    const at = this.candidate ? this.candidate.start + DETOUR_MS : Infinity;
    return at > time ? at : Infinity;
  }

  private beginBlock(start: number, work: Work): void {
    this.tell();
    this.current = work;
    this.candidate = null;
    this.blockStart = this.blockEnd = this.toldUntil = start;
  }

  private follow(start: number, end: number, current: Work, work: Work): void {
    if (isSameWork(current, work)) {
      this.candidate = null;
      return;
    }
    if (!this.candidate || !isSameWork(this.candidate, work)) this.candidate = { ...work, start };
    if (end - this.candidate.start < DETOUR_MS) return;
    const at = this.candidate.start;
    this.beginBlock(at, work);
    this.emit({ ...BLANK, of: 'switch', at, project: work.project, item: work.item });
  }
}

function isSameWork(a: Work, b: Work): boolean {
  return a.project === b.project && a.item === b.item;
}
