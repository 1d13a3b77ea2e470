import * as vscode from 'vscode';
import type { SessionPlan } from '../../core/focus/plan.ts';
import { SETTINGS, type Settings } from '../../core/settings.ts';

interface Length extends Pick<SessionPlan, 'kind' | 'minutes'> {
  /** Of the questions that follow. */
  readonly title: string;
}
/** Beside `QuickPickItem.kind`, which says something else. */
interface LengthItem extends vscode.QuickPickItem {
  readonly length: Length;
}

const LONG_MINUTES = 50;

/** Asks how long a session is to be; a number can be typed. undefined: never mind. */
export function pickLength(settings: Settings): Promise<Length | undefined> {
  return new Promise(resolve => {
    const pick = vscode.window.createQuickPick<LengthItem>();
    pick.title = 'Start a focus session';
    pick.placeholder = 'How long? Choose, or type the minutes';
    pick.items = usualItems(settings);
    pick.onDidChangeValue(value => {
      const typed = typedItem(value);
      pick.items = typed ? [typed] : usualItems(settings);
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

function usualItems(settings: Settings): LengthItem[] {
  const lengths = [...new Set([settings['focus.minutes'], LONG_MINUTES])];
  const round = settings['focus.pomodoro.round'];
  return [
    ...lengths.map(countdownItem),
    {
      label: 'Pomodoro',
      description: `rounds of ${round} min, with a break after each`,
      length: { kind: 'pomodoro', minutes: round, title: `Pomodoro, round of ${round} min` },
    },
    {
      label: 'Flow',
      description: 'counts up until you end it',
      length: { kind: 'flow', minutes: 0, title: 'Focus session, counts up' },
    },
  ];
}

function typedItem(value: string): LengthItem | undefined {
  const minutes = Number(value.trim());
  const [least, most] = SETTINGS['focus.minutes'].bounds ?? [1, 180];
  return minutes >= least && minutes <= most ? { ...countdownItem(minutes), alwaysShow: true } : undefined;
}

function countdownItem(minutes: number): LengthItem {
  return {
    label: `${minutes} min`,
    length: { kind: 'countdown', minutes, title: `Focus session of ${minutes} min` },
  };
}
