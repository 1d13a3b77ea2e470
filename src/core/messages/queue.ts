import * as z from 'zod/mini';
import { ITEM_STATES, type ItemState, type Priority } from '../queue/item.ts';
import type { Term } from './numbers.ts';

/** From the host, whenever something of the queue has changed: all of it. Apart from the snapshot, since it may be long. */
export interface QueueMessage {
  readonly type: 'queue';
  readonly queue: QueueView;
}

/** The queue as the panel shows it. */
export interface QueueView {
  /** The local day, an ISO date: what quick add reads `due:fri` by. */
  readonly today: string;
  /** Open ones in sight, group by group (doing, next, inbox, waiting), each in its order on the screen; then what is out of sight. */
  readonly items: readonly ItemView[];
  /** By the user's own order, or by score. */
  readonly sorting: QueueSorting;
  /** Items in work at once that the user means not to exceed; 0: no limit. Shown, never enforced. */
  readonly wipLimit: number;
  /** The item whose clock runs; null: none. */
  readonly activeId: string | null;
  /** Small items that would fit one block together; null: too few. */
  readonly smallOnes: { readonly ids: readonly string[]; readonly minutes: number } | null;
  /** What undo would take back, "Drop “Fix login”"; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export const QUEUE_SORTINGS = ['own', 'score'] as const;
export type QueueSorting = (typeof QUEUE_SORTINGS)[number];

/** Where the panel lists an item. `snoozed` and `closed` ones are out of sight until asked for. */
export const ITEM_GROUPS = ['doing', 'next', 'inbox', 'waiting', 'snoozed', 'closed'] as const;
export type ItemGroup = (typeof ITEM_GROUPS)[number];

export interface ItemView {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly group: ItemGroup;
  readonly state: ItemState;
  readonly labels: readonly string[];
  readonly priority: Priority | null;
  readonly project: string | null;
  /** An ISO date, and how it is said: "due tomorrow", "2 days over". */
  readonly due: string | null;
  readonly dueText: string;
  /** "until Mon 9:00"; empty where it is not snoozed. */
  readonly snoozedText: string;
  readonly budgetMinutes: number | null;
  /** Measured, up to when the message was made; milliseconds. */
  readonly usedMs: number;
  /** What the budget comes to by experience: p50 and p85. null: not enough data, or no budget. */
  readonly range: {
    readonly lowMinutes: number;
    readonly highMinutes: number;
    readonly basis: string;
  } | null;
  readonly isOverBudget: boolean;
  /** The keys and titles of the open items that it waits for. */
  readonly blockedBy: readonly string[];
  readonly score: number;
  /** In words and figures: "due" "+9.4"; they add up to the score. */
  readonly terms: readonly Term[];
}

const ID = { id: z.string() };

/** What the panel asks about the queue. Items are named by their ids; one that is gone meanwhile is told, and nothing happens. */
export const QUEUE_REQUESTS = [
  /** A line of quick add. */
  z.object({ type: z.literal('addItem'), text: z.string() }),
  z.object({ ...ID, type: z.literal('startItem') }),
  /** Its clock stops; it stays in work. */
  z.object({ ...ID, type: z.literal('stopItem') }),
  z.object({ ...ID, type: z.literal('moveItem'), state: z.enum(ITEM_STATES) }),
  /** The whole line of quick add anew, for everything that it can say. */
  z.object({ ...ID, type: z.literal('rewriteItem'), text: z.string() }),
  /** Straight before or after another item; also into its group. */
  z.object({
    ...ID,
    type: z.literal('placeItem'),
    at: z.enum(['before', 'after']),
    anchor: z.string(),
  }),
  /** The host asks until when. */
  z.object({ ...ID, type: z.literal('snoozeItem') }),
  z.object({ ...ID, type: z.literal('unsnoozeItem') }),
  /** All that one can do with it, as VS Code's quick pick. */
  z.object({ ...ID, type: z.literal('itemMenu') }),
  /** Groups small items into one block: they come to stand together, and a session is offered for all of them. */
  z.object({ type: z.literal('batchItems'), ids: z.array(z.string()) }),
  z.object({ type: z.literal('sortQueue'), by: z.enum(QUEUE_SORTINGS) }),
  z.object({ type: z.literal('undoQueue') }),
  z.object({ type: z.literal('redoQueue') }),
] as const;
export type QueueRequest = z.output<(typeof QUEUE_REQUESTS)[number]>;
