import type { Suggestion } from '../rules/rule.ts';

/** What can be done about a nudge, as a button says it. */
export const SUGGESTION_NAMES: { readonly [S in Suggestion]: string } = {
  startFocus: 'Start a session',
  takeBreak: 'Take a break',
  endDay: 'Call it a day',
  parkItem: 'Stop the clock',
  openBeside: 'Put them side by side',
  addNote: 'Write a note',
  addItem: 'Add to the queue',
  commit: 'Look at the changes',
  runTests: 'Run the tests',
  changeBudget: 'Change the budget',
  showQueue: 'Show the queue',
  showStats: 'Show the stats',
  planWeek: 'Change the plan',
};
