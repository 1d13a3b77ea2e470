import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { countOf } from '../../core/text/count.ts';
import { inMessage } from '../../core/text/inMessage.ts';
import type { ExportFormat } from '../../runtime/exportRecord.ts';
import { exportToFile } from '../../runtime/exportToFile.ts';
import type { RecordKeeper } from '../../runtime/recordKeeper.ts';
import { yieldTurn } from '../machine.ts';
import { canReveal, revealFile } from '../revealFile.ts';
import { rulesOf } from '../rules.ts';
import type { UserSettings } from '../settings.ts';

export interface ExportPorts {
  readonly keeper: RecordKeeper;
  readonly settings: UserSettings;
  /** The path of the record. */
  readonly file: string;
  readonly log: vscode.LogOutputChannel;
}

interface FormatItem extends vscode.QuickPickItem {
  readonly format: ExportFormat;
  readonly extension: 'json' | 'csv';
  /** The beginning of the file's name. */
  readonly stem: string;
}

const FORMATS: readonly FormatItem[] = [
  {
    label: 'Everything, as JSON',
    detail: 'All rows of every kind, with names and times, and the numbers of every day',
    format: 'json',
    extension: 'json',
    stem: 'andon',
  },
  {
    label: 'Spans, as CSV',
    detail: 'A line for each stretch of one activity on one document, in local times',
    format: 'spans.csv',
    extension: 'csv',
    stem: 'andon-spans',
  },
  {
    label: 'Days, as CSV',
    detail: 'A line for each day: active, deep, idle, away and waiting time, switches, edits',
    format: 'days.csv',
    extension: 'csv',
    stem: 'andon-days',
  },
];

/** Asks what is to be exported and where to, and writes it there. */
export async function exportTheRecord(ports: ExportPorts): Promise<void> {
  const record = ports.keeper.readable;
  if (!record) return;
  const picked = await vscode.window.showQuickPick(FORMATS, {
    title: 'Export the record',
    placeHolder: 'What is to be exported? The record stays as it is',
  });
  if (!picked) return;
  const { date } = record.calendar.dayAt(Date.now());
  const { extension, stem, format } = picked;
  const target = await vscode.window.showSaveDialog({
    title: 'Export the record',
    saveLabel: 'Export',
    defaultUri: vscode.Uri.file(join(homedir(), `${stem}-${date}.${extension}`)),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return;
  if (target.scheme !== 'file') {
    void vscode.window.showWarningMessage('Andon exports to this machine only. Choose a folder on it.');
    return;
  }
  await exportTo(target, format, ports);
}

async function exportTo(target: vscode.Uri, format: ExportFormat, ports: ExportPorts): Promise<void> {
  try {
    const rows = await withProgress((signal, onProgress) => write(target, format, ports, signal, onProgress));
    await tellDone(target, rows);
  } catch (error) {
    if (error instanceof Cancelled) {
      void vscode.window.showInformationMessage('The export was stopped, and left no file.');
      return;
    }
    ports.log.error('The record could not be exported', error);
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The record was not exported. ${why}`);
  }
}

async function write(
  target: vscode.Uri,
  format: ExportFormat,
  { keeper, settings, file }: ExportPorts,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<number> {
  keeper.flush();
  const record = keeper.readable;
  if (!record) throw new Error('There is no record any more.');
  return exportToFile({
    ...{ format, from: file, to: target.fsPath, record, signal, onProgress, yieldTurn },
    rules: rulesOf(settings.current),
    now: Date.now(),
  });
}

/** The user has stopped it. */
class Cancelled extends Error {}

function withProgress<T>(
  work: (signal: AbortSignal, onProgress: (part: number) => void) => Promise<T>,
): Thenable<T> {
  const { Notification } = vscode.ProgressLocation;
  const options = { location: Notification, title: 'Andon: exporting the record', cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort(new Cancelled());
    });
    let told = 0;
    return work(stop.signal, part => {
      const percent = Math.floor(part * 100);
      // Each report is a message to the workbench.
      if (percent > told) progress.report({ increment: percent - told, message: `${percent} %` });
      told = percent;
    });
  });
}

async function tellDone(target: vscode.Uri, rows: number): Promise<void> {
  const reveals = await canReveal();
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const answer = await vscode.window.showInformationMessage(
    `Exported ${countOf(rows, 'row')} to ${inMessage(name)}.`,
    reveals ? 'Reveal' : 'Open',
  );
  if (!answer) return;
  if (reveals) await revealFile(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
