import type * as vscode from 'vscode';
import type { PanelRequest } from '../../core/messages/panel.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import { answer, type Answers } from './answers/answers.ts';
import { checkInAnswers } from './answers/checkInAnswers.ts';
import { focusAnswers } from './answers/focusAnswers.ts';
import { queueAnswers } from './answers/queueAnswers.ts';
import { recordAnswers } from './answers/recordAnswers.ts';
import { Panel } from './panel.ts';
import { snapshotOf, type SnapshotPorts } from './snapshot.ts';

export interface PanelParts extends SnapshotPorts {
  readonly extensionUri: vscode.Uri;
  readonly desk: QueueDesk;
  readonly log: vscode.LogOutputChannel;
  /** The user has said "Not now". */
  readonly defer: () => Promise<void>;
}

/** The panel with all that it shows and can ask for. */
export function makePanel(parts: PanelParts): Panel {
  const { extensionUri, desk, log } = parts;
  const panel: Panel = new Panel({
    extensionUri,
    snapshot: () => snapshotOf(parts),
    queue: () => desk.ports.board.view(),
    onRequest: request => {
      answer(answers, request).catch((error: unknown) => {
        log.error(`The panel asked for ${request.type}, which failed`, error);
      });
    },
    log,
  });
  const answers = answersOf(parts, () => {
    panel.update();
  });
  return panel;
}

function answersOf(parts: PanelParts, update: () => void): Answers<PanelRequest> {
  const { keeper, workspace, focus, desk, checkIns, settings, log, defer } = parts;
  return {
    ...recordAnswers({ keeper, workspace, log, update, defer }),
    ...focusAnswers(focus),
    ...queueAnswers(desk, settings),
    ...checkInAnswers(checkIns),
  };
}
