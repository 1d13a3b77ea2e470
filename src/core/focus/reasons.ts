/** What may have interrupted a session, in the order in which it is offered. */
export const REASONS = ['asked', 'message', 'waiting', 'idea', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** What a reason is called on screen. */
export const REASON_NAMES: { readonly [R in Reason]: string } = {
  asked: 'Someone asked',
  message: 'A message',
  waiting: 'Build or tests',
  idea: 'An idea of my own',
  other: 'Something else',
};
