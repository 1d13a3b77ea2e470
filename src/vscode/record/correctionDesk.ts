import * as vscode from 'vscode';
import type { SpanKey } from '../../core/activity/correction.ts';
import { countOf, formatCount } from '../../core/text/count.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import { plainLine } from '../../core/text/plainLine.ts';
import type { CorrectionKeeper } from '../../runtime/correctionKeeper.ts';
import type { RecordList } from '../../runtime/recordList.ts';
import { MOST_SELECTED } from '../../runtime/recordSelection.ts';
import type { QueueDesk } from '../queue/queueDesk.ts';
import { pickItem } from '../queue/pickItem.ts';

export interface CorrectionDeskPorts {
  readonly list: RecordList;
  readonly corrections: CorrectionKeeper;
  readonly desk: QueueDesk;
}

/** What the user does with the spans that are selected in the list of the record. It is done at once, and can be undone. */
export class CorrectionDesk {
  private readonly ports: CorrectionDeskPorts;

  constructor(ports: CorrectionDeskPorts) {
    this.ports = ports;
  }

  async giveToProject(): Promise<void> {
    const keys = this.keys();
    const project = keys && (await pickProject(this.ports.list.projects(), keys.length));
    if (keys && project !== undefined) await this.ports.corrections.giveToProject(keys, project);
  }

  async giveToItem(): Promise<void> {
    const keys = this.keys();
    const view = keys && this.ports.desk.ports.board.view();
    if (!keys || !view) return;
    const title = `Give ${countOf(keys.length, 'span')} to`;
    const item = await pickItem(view, { title, isOffered: () => true });
    if (item) await this.ports.corrections.giveToItem(keys, { id: item.id, name: item.key });
  }

  async delete(): Promise<void> {
    const keys = this.keys();
    if (keys) await this.ports.corrections.delete(keys);
  }

  async takeBack(): Promise<void> {
    const keys = this.keys();
    if (keys) await this.ports.corrections.restore(keys);
  }

  async takeBackOne(key: SpanKey): Promise<void> {
    await this.ports.corrections.restore([key]);
  }

  async undo(): Promise<void> {
    const label = this.ports.corrections.undoLabel;
    tellIfNothing(await this.ports.corrections.undo(), label);
  }

  async redo(): Promise<void> {
    const label = this.ports.corrections.redoLabel;
    tellIfNothing(await this.ports.corrections.redo(), label);
  }

  /** All that can be done with what is selected. */
  async showMenu(): Promise<void> {
    const { undoLabel, redoLabel } = this.ports.corrections;
    const choices: Choice[] = this.keys()
      ? [
          { label: '$(folder) Give to Project…', run: () => this.giveToProject() },
          { label: '$(checklist) Give to Item…', run: () => this.giveToItem() },
          { label: '$(trash) Delete', run: () => this.delete() },
          { label: '$(history) Take Corrections Back', run: () => this.takeBack() },
        ]
      : [];
    if (undoLabel !== null)
      choices.push({ label: '$(discard) Undo', description: undoLabel, run: () => this.undo() });
    if (redoLabel !== null)
      choices.push({ label: '$(redo) Redo', description: redoLabel, run: () => this.redo() });
    if (choices.length === 0) return;
    const count = this.ports.list.selected?.spans ?? 0;
    const picked = await vscode.window.showQuickPick(choices, {
      title: count === 0 ? 'Record' : countOf(count, 'Span'),
    });
    await picked?.run();
  }

  /** undefined: nothing is selected, or too much, which is told. */
  private keys(): readonly SpanKey[] | undefined {
    const { selected } = this.ports.list;
    if (selected?.isTooMuch) {
      void vscode.window.showInformationMessage(
        `More than ${formatCount(MOST_SELECTED)} spans are selected. Choose a shorter time, then correct the rest.`,
      );
      return undefined;
    }
    return selected?.keys;
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly run: () => Promise<void>;
}

interface ProjectChoice extends vscode.QuickPickItem {
  /** null: none. */
  readonly project: string | null;
}

/** One of those that are known, or a new one, which is typed; null: no project; undefined: the user thought better of it. */
function pickProject(known: readonly string[], count: number): Promise<string | null | undefined> {
  const choices = known.map((project): ProjectChoice => ({ label: inMessage(project), project }));
  const none: ProjectChoice = { label: 'No project', description: 'unassigned', project: null };
  return new Promise(resolve => {
    const pick = vscode.window.createQuickPick<ProjectChoice>();
    pick.title = `Give ${countOf(count, 'span')} to`;
    pick.placeholder = 'Which project? Write a new name to give them to a new one.';
    const offer = () => {
      const name = plainLine(pick.value);
      const isNew = name !== '' && !known.includes(name);
      const added: ProjectChoice = { label: `$(add) ${inMessage(name)}`, description: 'new', project: name };
      pick.items = [...choices, ...(isNew ? [added] : []), none];
    };
    offer();
    pick.onDidChangeValue(offer);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.project);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function tellIfNothing(count: number | null, label: string | null): void {
  if (count !== 0 || label === null) return;
  void vscode.window.showInformationMessage(
    `“${label}” was changed in another window since, so it was left as it is.`,
  );
}
