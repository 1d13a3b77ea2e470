import * as z from 'zod/mini';
import {
  isOpenState,
  ITEM_STATES,
  MAX_BUDGET_MINUTES,
  PRIORITIES,
  type Item,
  type ItemState,
} from '../core/queue/item.ts';
import { isOrder, orderBetween } from '../core/queue/order.ts';
import { isDate } from '../core/queue/plainDate.ts';
import { cleanTitle } from '../core/queue/title.ts';

export type TaskValue = string | number | null;

/** The columns of `task`, in the order of `TaskRow`, and the field that each one holds. */
export const TASK_FIELDS = {
  id: 'id',
  key: 'key',
  title: 'title',
  state: 'state',
  labels: 'labels',
  priority: 'priority',
  project: 'project',
  budget_minutes: 'budgetMinutes',
  due: 'due',
  scheduled: 'scheduled',
  snoozed_until: 'snoozedUntil',
  created_at: 'createdAt',
  started_at: 'startedAt',
  closed_at: 'closedAt',
  place: 'order',
  blocked_by: 'blockedBy',
} as const satisfies { readonly [column: string]: keyof Item };

export const TASK_COLUMNS = Object.keys(TASK_FIELDS) as (keyof typeof TASK_FIELDS)[];

export type TaskRow = readonly [
  ...(readonly [id: string, key: string, title: string, state: string, labels: string]),
  ...(readonly [priority: string | null, project: string | null, budgetMinutes: number | null]),
  ...(readonly [due: string | null, scheduled: string | null, snoozedUntil: number | null]),
  ...(readonly [createdAt: number, startedAt: number | null, closedAt: number | null]),
  ...(readonly [place: string, blockedBy: string]),
];

/** A value as its column takes it: lists as JSON, and STRICT tables take no fractions. */
export function toColumn(value: Item[keyof Item]): TaskValue {
  if (typeof value === 'number') return Math.round(value);
  return Array.isArray(value) ? JSON.stringify(value) : (value as string | null);
}

/**
 * The item of a row. The file is the user's, other tools and newer versions may write into it: what cannot be understood is taken as
 * not said, and stays in the row until it is written.
 */
export function toItem(row: TaskRow): Item {
  const [id, key, title, stateText, labels, priority, project, budget, due, scheduled, snoozed, ...rest] =
    row;
  const [createdAt, startedAt, closedAt, place, blockedBy] = rest;
  const state = stateOf(stateText, closedAt);
  return {
    id,
    key,
    title: cleanTitle(title) || key,
    state,
    labels: listOf(labels),
    priority: PRIORITIES.find(known => known === priority) ?? null,
    project,
    budgetMinutes: budget !== null && budget >= 1 ? Math.min(budget, MAX_BUDGET_MINUTES) : null,
    due: dateOf(due),
    scheduled: dateOf(scheduled),
    snoozedUntil: snoozed,
    createdAt,
    startedAt,
    closedAt: isOpenState(state) ? null : (closedAt ?? createdAt),
    order: isOrder(place) ? place : orderBetween(null, null),
    blockedBy: listOf(blockedBy),
  };
}

/** An unknown state is one to be sorted anew, or an end. */
function stateOf(text: string, closedAt: number | null): ItemState {
  return ITEM_STATES.find(known => known === text) ?? (closedAt === null ? 'inbox' : 'done');
}

function dateOf(text: string | null): string | null {
  return text !== null && isDate(text) ? text : null;
}

const STRINGS = z.array(z.string());
const NONE: readonly string[] = [];

function listOf(json: string): readonly string[] {
  if (json === '[]') return NONE;
  try {
    return STRINGS.parse(JSON.parse(json));
  } catch {
    return NONE;
  }
}
