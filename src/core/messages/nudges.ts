import * as z from 'zod/mini';
import { SUGGESTIONS, type Suggestion } from '../rules/rule.ts';
import type { Explanation } from './numbers.ts';

/** What is suggested now; null instead of it: nothing is, and nothing is to be said of rules. */
export interface NudgesView {
  readonly entries: readonly NudgeEntryView[];
  /** Deep time has fallen since a rule was raised in level. */
  readonly falls: readonly FallView[];
}

/** What was shown as one. */
export interface NudgeEntryView {
  /** The id of its first nudge. */
  readonly delivery: number;
  /** What was held back in a focus session is told together, after it. */
  readonly isDigest: boolean;
  readonly nudges: readonly NudgeView[];
}

export interface NudgeView {
  readonly id: number;
  /** What it says; names in it are isolated (`isolate`), so that they cannot turn the text around them. */
  readonly text: string;
  /** In one line: when, what was measured, and from where on it is told. */
  readonly why: string;
  readonly explanation: Explanation;
  /** The first one is offered at once, the others among more answers. */
  readonly offers: readonly OfferView[];
}

export interface OfferView {
  readonly suggestion: Suggestion;
  readonly label: string;
}

export interface FallView {
  readonly rule: string;
  /** "Raised on 12 Oct from panel to message: You go to and fro between projects or items." */
  readonly what: string;
  /** With both figures. */
  readonly text: string;
}

const ID = z.int().check(z.minimum(1));

/** What the panel asks about nudges. */
export const NUDGE_REQUESTS = [
  z.object({ type: z.literal('actOnNudge'), id: ID, suggestion: z.enum(SUGGESTIONS) }),
  /** To choose until when from a list. */
  z.object({ type: z.literal('snoozeNudge'), id: ID }),
  z.object({ type: z.literal('dismissNudge'), id: ID }),
  /** To choose what else to answer from a list. */
  z.object({ type: z.literal('nudgeMenu'), id: ID }),
  z.object({ type: z.literal('tuneRule'), rule: z.string() }),
] as const;
export type NudgeRequest = z.output<(typeof NUDGE_REQUESTS)[number]>;
