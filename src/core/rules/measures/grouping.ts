import type { Group } from '../rule.ts';
import { streamOf, type Occurrence, type Stream } from '../streams.ts';
import { ALL } from './meter.ts';

/** Between the parts of a group's name: no name holds it. */
const BETWEEN = '\0';
/** Time without a project; as in the days of a replay. */
const UNASSIGNED = 'unassigned';

/** The name of a group that has these parts. */
export function groupName(parts: readonly string[]): string {
  return parts.join(BETWEEN);
}

/** The parts of a group's name. */
export function groupParts(group: string): string[] {
  return group.split(BETWEEN);
}

/** What occurrences are grouped by; nothing: all is one group. */
export class Grouping {
  readonly by: readonly Group[];
  /** Neighbours mostly lie in one group, and names that were just put together are slow to look up. */
  private lastParts: readonly string[] = [];
  private lastName = ALL;

  constructor(by: readonly Group[]) {
    this.by = by;
  }

  get isNone(): boolean {
    return this.by.length === 0;
  }

  /** The group of an occurrence; null: it belongs to none. */
  of(occurrence: Occurrence): string | null {
    const [first] = this.by;
    if (first === undefined) return ALL;
    return this.by.length === 1 ? partOf(occurrence, first) : this.nameOf(occurrence);
  }

  /** Whether what a stream says is enough to tell the groups of what is counted: its kinds must be of those. */
  isToldBy(stream: Stream, counted: Stream): boolean {
    const { fields, kinds } = streamOf(stream);
    return this.by.every(
      group => fields.includes(group) && (group !== 'kind' || kinds === streamOf(counted).kinds),
    );
  }

  private nameOf(occurrence: Occurrence): string | null {
    if (this.isLast(occurrence)) return this.lastName;
    const parts: string[] = [];
    for (const group of this.by) {
      const part = partOf(occurrence, group);
      if (part === null) return null;
      parts.push(part);
    }
    this.lastParts = parts;
    this.lastName = groupName(parts);
    return this.lastName;
  }

  private isLast(occurrence: Occurrence): boolean {
    if (this.lastParts.length === 0) return false;
    return this.by.every((group, i) => partOf(occurrence, group) === this.lastParts[i]);
  }
}

function partOf(occurrence: Occurrence, group: Group): string | null {
  const value = occurrence[group];
  return value === null && group === 'project' ? UNASSIGNED : value;
}
