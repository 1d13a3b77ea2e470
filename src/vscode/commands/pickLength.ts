import * as vscode from 'vscode';
import { SETTINGS } from '../../core/settings.ts';
import type { SessionPlan } from '../../runtime/focusKeeper.ts';

type Length = Pick<SessionPlan, 'kind' | 'minutes'>;
/** Beside `QuickPickItem.kind`, which says something else. */
interface LengthItem extends vscode.QuickPickItem {
  readonly length: Length;
}

const LONG_MINUTES = 50;

/** Asks how long a session is to be; a number can be typed. undefined: never mind. */
export function pickLength(usualMinutes: number): Promise<Length | undefined> {
  return new Promise(resolve => {
    const pick = vscode.window.createQuickPick<LengthItem>();
    pick.title = 'Start a focus session';
    pick.placeholder = 'How long? Choose, or type the minutes';
    pick.items = usualItems(usualMinutes);
    pick.onDidChangeValue(value => {
      const typed = typedItem(value);
      pick.items = typed ? [typed] : usualItems(usualMinutes);
    });
    pick.onDidAccept(() => {
      // Enter may come before the list has followed what was typed.
      const item = typedItem(pick.value) ?? pick.selectedItems[0];
      resolve(item?.length);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function usualItems(usualMinutes: number): LengthItem[] {
  const lengths = [...new Set([usualMinutes, LONG_MINUTES])];
  return [
    ...lengths.map(countdownItem),
    { label: 'Flow', description: 'counts up until you end it', length: { kind: 'flow', minutes: 0 } },
  ];
}

function typedItem(value: string): LengthItem | undefined {
  const minutes = Number(value.trim());
  const [least, most] = SETTINGS['focus.minutes'].bounds ?? [1, 180];
  return minutes >= least && minutes <= most ? { ...countdownItem(minutes), alwaysShow: true } : undefined;
}

function countdownItem(minutes: number): LengthItem {
  return { label: `${minutes} min`, length: { kind: 'countdown', minutes } };
}
