/** What the page keeps over a reload, by place (`PageServices.choose`). */

/** Which rule is open: its id, or `custom:` with its place in the setting; empty: none. */
export const OPEN_RULE = 'rule';
export const NEW_RULE = 'custom:new';

/** Where an edit of a rule is kept until it is taken over or discarded. */
export function draftPlace(rule: string): string {
  return `draft:${rule}`;
}

/** A rule to begin with. */
export const TEMPLATE = `{
  "id": "mine/many-switches",
  "description": "You change between projects a lot.",
  "when": { "count": "switch", "over": "1h", "gte": 12 },
  "cooldown": "4h",
  "message": "{count} switches in {over}."
}`;
