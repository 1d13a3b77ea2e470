import type { RecordListRequest } from '../../../core/messages/record.ts';
import type { RecordList } from '../../../runtime/recordList.ts';
import type { CorrectionDesk } from '../../record/correctionDesk.ts';
import type { StatsRange } from '../statsTab.ts';
import type { Answers } from './answers.ts';

export interface RecordListAnswerPorts {
  readonly list: RecordList;
  readonly desk: CorrectionDesk;
  readonly show: (range: StatsRange) => void;
  /** Sends the tab what it shows. */
  readonly update: () => void;
}

export function recordListAnswers(ports: RecordListAnswerPorts): Answers<RecordListRequest> {
  const { list, desk, show, update } = ports;
  return {
    showRecord: ({ filter }) => {
      list.show(filter);
      show({ kind: 'record' });
    },
    lookAt: ({ pages }) => {
      list.lookAt(pages);
      update();
    },
    selectRows: async ({ selection }) => {
      await list.select(selection);
      update();
    },
    giveToProject: () => desk.giveToProject(),
    giveToItem: () => desk.giveToItem(),
    deleteSpans: () => desk.delete(),
    takeBackSpans: () => desk.takeBack(),
    recordMenu: () => desk.showMenu(),
    takeBackSpan: ({ key }) => desk.takeBackOne(key),
    undoCorrection: () => desk.undo(),
    redoCorrection: () => desk.redo(),
  };
}
