import * as vscode from 'vscode';
import { PAUSE_EXTENSION, pauseEnd, type PauseLength } from '../../core/record/pause.ts';
import { readPauseMinutes } from '../../core/record/pauseMinutes.ts';
import { formatDuration } from '../../core/text/duration.ts';
import { extendPause, pauseFor } from '../../runtime/pausing.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { sayUntil } from '../sayUntil.ts';
import type { WorkspaceRecording } from '../workspaceRecording.ts';

interface PauseItem extends vscode.QuickPickItem {
  readonly run: () => Promise<void> | void;
}

const USUAL_MINUTES = [15, 30, 60];

/** Asks how long recording is to be paused, or what is to become of the pause; a length can be typed. */
export function showPauseMenu(keeper: RecordKeeper, workspace: WorkspaceRecording): Promise<void> {
  const usual = usualItems(keeper, workspace);
  return new Promise((resolve, reject) => {
    const pick = vscode.window.createQuickPick<PauseItem>();
    pick.title = titleOf(keeper);
    pick.placeholder = 'How long? Choose, or type it: 45, 2h or 1h30';
    pick.items = usual;
    pick.onDidChangeValue(value => {
      const typed = typedItem(keeper, value);
      pick.items = typed ? [typed] : usual;
    });
    pick.onDidAccept(() => {
      // Enter may come before the list has followed what was typed.
      const item = typedItem(keeper, pick.value) ?? pick.selectedItems[0];
      Promise.resolve(item?.run()).then(resolve, reject);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve();
      pick.dispose();
    });
    pick.show();
  });
}

function titleOf({ state }: RecordKeeper): string {
  if (state?.kind !== 'paused') return 'Pause recording';
  return ['Recording is paused', sayUntil(state.until)].filter(Boolean).join(' ');
}

function usualItems(keeper: RecordKeeper, workspace: WorkspaceRecording): PauseItem[] {
  const { state } = keeper;
  return [
    ...(state?.kind === 'paused' ? changeItems(keeper, state.until) : [lengthItem(keeper, 'open')]),
    ...USUAL_MINUTES.map(minutes => lengthItem(keeper, minutes)),
    lengthItem(keeper, 'tomorrow'),
    ...(state?.kind === 'paused' && state.until !== null ? [lengthItem(keeper, 'open')] : []),
    ...workspaceItems(workspace),
  ];
}

/** What can become of a pause that goes on. */
function changeItems(keeper: RecordKeeper, until: number | null): PauseItem[] {
  const resume = {
    label: 'Resume',
    description: 'goes on recording',
    run: () => {
      keeper.resume();
    },
  };
  if (until === null) return [resume];
  const extend = {
    label: `${PAUSE_EXTENSION} min more`,
    description: sayUntil(until + PAUSE_EXTENSION * 60_000),
    run: () => {
      extendPause(keeper);
    },
  };
  return [resume, extend];
}

function workspaceItems(workspace: WorkspaceRecording): PauseItem[] {
  switch (workspace.state) {
    case 'none':
      return [];
    case 'recorded':
      return [
        {
          label: 'For this workspace',
          description: 'leaves its folders out of the record until you say otherwise',
          run: () => workspace.leaveOut(),
        },
      ];
    case 'leftOut':
      return [
        {
          label: 'Record this workspace again',
          description: 'its folders are left out now',
          run: () => workspace.takeBack(),
        },
      ];
  }
}

function typedItem(keeper: RecordKeeper, text: string): PauseItem | undefined {
  const minutes = readPauseMinutes(text);
  return minutes === null ? undefined : { ...lengthItem(keeper, minutes), alwaysShow: true };
}

function lengthItem(keeper: RecordKeeper, length: PauseLength): PauseItem {
  const now = Date.now();
  const { readable } = keeper;
  const until = readable && pauseEnd(length, now, readable.calendar);
  return {
    label: labelOf(length),
    // Where the label says it already, once is enough.
    description: typeof length === 'number' ? sayUntil(until) : '',
    run: () => {
      pauseFor(keeper, length, Date.now());
    },
  };
}

function labelOf(length: PauseLength): string {
  switch (length) {
    case 'open':
      return 'Until you resume';
    case 'tomorrow':
      return 'Until tomorrow';
    default:
      return formatDuration(length * 60_000).replace(' 00', '');
  }
}
