import type * as vscode from 'vscode';
import type { RecordFilter } from '../../core/audit/filterSchema.ts';
import type { PanelRequest } from '../../core/messages/panel.ts';
import type { FirstRows } from '../../core/messages/record.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import { answer, type Answers } from './answers/answers.ts';
import { awayAnswers } from './answers/awayAnswers.ts';
import { checkInAnswers } from './answers/checkInAnswers.ts';
import { focusAnswers } from './answers/focusAnswers.ts';
import { nudgeAnswers } from './answers/nudgeAnswers.ts';
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
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => Promise<void>;
  /** Reads the first rows of it. Rejects with a `StoreError`. */
  readonly readRows: (filter: RecordFilter) => Promise<FirstRows>;
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
  const answers: Answers<PanelRequest> = {
    ...answersOf(parts, () => {
      panel.update();
    }),
    readRows: async ({ turn, filter }) => {
      panel.send({ type: 'rows', turn, rows: await parts.readRows(filter) });
    },
  };
  return panel;
}

function answersOf(parts: PanelParts, update: () => void): Omit<Answers<PanelRequest>, 'readRows'> {
  const { keeper, workspace, focus, desk, checkIns, away, nudges, settings, log, defer, openRecord } = parts;
  return {
    ...recordAnswers({ keeper, workspace, log, update, defer, openRecord }),
    ...focusAnswers(focus),
    ...queueAnswers(desk, settings),
    ...checkInAnswers(checkIns),
    ...awayAnswers(away),
    ...nudgeAnswers(nudges),
  };
}
