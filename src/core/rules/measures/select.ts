import type { Group } from '../rule.ts';
import { streamOf, type Amount, type Field, type Occurrence, type Stream } from '../streams.ts';
import { ALL } from './meter.ts';

/** A selector whose options are filled in. */
export interface ReadySelector {
  readonly of: Stream;
  readonly fields: readonly {
    readonly field: Field;
    readonly values: readonly string[];
    /** The field must have none of the values, rather than one. */
    readonly isNot: boolean;
  }[];
  readonly amounts: readonly { readonly amount: Amount; readonly gte: number }[];
}

export function isSelected({ of, fields, amounts }: ReadySelector, occurrence: Occurrence): boolean {
  if (occurrence.of !== of) return false;
  for (const { field, values, isNot } of fields) {
    const value = occurrence[field];
    if ((value !== null && values.includes(value)) === isNot) return false;
  }
  for (const { amount, gte } of amounts) if (occurrence[amount] < gte) return false;
  return true;
}

/** Between the parts of a group's name: no name holds it. */
const BETWEEN = '\0';
/** Time without a project; as in the days of a replay. */
const UNASSIGNED = 'unassigned';

/** The group of an occurrence; null: it belongs to none. */
export function groupOf(occurrence: Occurrence, by: readonly Group[]): string | null {
  const [first] = by;
  if (first === undefined) return ALL;
  if (by.length === 1) return partOf(occurrence, first);
  let name: string | null = null;
  for (const group of by) {
    const part = partOf(occurrence, group);
    if (part === null) return null;
    name = name === null ? part : name + BETWEEN + part;
  }
  return name;
}

export function groupName(parts: readonly string[]): string {
  return parts.join(BETWEEN);
}

/** The parts of a group's name. */
export function groupParts(group: string): string[] {
  return group.split(BETWEEN);
}

/** Whether what a stream says is enough to tell its groups. */
export function isGroupedBy(stream: Stream, by: readonly Group[]): boolean {
  const { fields } = streamOf(stream);
  return by.every(group => fields.includes(group));
}

function partOf(occurrence: Occurrence, group: Group): string | null {
  const value = occurrence[group];
  return value === null && group === 'project' ? UNASSIGNED : value;
}
