import * as vscode from 'vscode';
import { quoteTitle } from '../../core/queue/changeText.ts';
import type { Item } from '../../core/queue/item.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { withoutMarkup } from '../../core/text/inMessage.ts';

const SHOWN_MS = 15_000;

/** Says in the status bar, for a moment, that an item has used its budget; the panel and the tooltip go on showing it. */
export function tellOverrun({ key, title, budgetMinutes }: Item): void {
  const budget = formatDuration((budgetMinutes ?? 0) * 60_000);
  vscode.window.setStatusBarMessage(
    withoutMarkup(`${key} ${quoteTitle(title)} has used its ${budget}`),
    SHOWN_MS,
  );
}
