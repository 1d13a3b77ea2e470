import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { classifyEdit, type Range } from '../../core/activity/origin.ts';
import type { Doc, EditOrigin, SignalOf } from '../../core/activity/signal.ts';
import type { Emit } from './emit.ts';
import type { Place, Places } from './places.ts';
import type { Saving } from './saving.ts';

/** How long the sign that an edit made a document dirty may take; it comes within a millisecond. */
const DIRTY_WITHIN_MS = 50;
const NO_CURSORS: readonly Range[] = [];

/** An edit signal that is filled anew for each edit: typing must not cost an object each. */
type MutableEdit = { -readonly [K in keyof SignalOf<'edit'>]: SignalOf<'edit'>[K] };
interface LastChange {
  at: number;
  origin: EditOrigin | null;
}

interface HeldEdit {
  readonly document: vscode.TextDocument;
  readonly edit: MutableEdit;
}

/** Turns text changes into edit signals: their size and origin, never their text. */
export class EditListener implements vscode.Disposable {
  private readonly last = new WeakMap<vscode.TextDocument, LastChange>();
  private readonly disposables = new DisposableStore();
  private readonly places: Places;
  private readonly saving: Saving;
  private readonly emit: Emit;
  private readonly edit: MutableEdit;
  private held: HeldEdit | null = null;
  private heldTimer: NodeJS.Timeout | undefined;

  constructor(window: string, places: Places, saving: Saving, emit: Emit) {
    this.places = places;
    this.saving = saving;
    this.emit = emit;
    const doc: Doc = { project: null, path: '', language: '' };
    const nowhere = { window, doc, branch: null };
    this.edit = { kind: 'edit', at: 0, ...nowhere, inserted: 0, deleted: 0, origin: 'typed' };
    this.disposables.add(
      vscode.workspace.onDidChangeTextDocument(event => {
        this.onChange(event);
      }),
    );
  }

  /** When a document last changed: views that move right after are no reading. Epoch milliseconds; -Infinity before the first. */
  changedAt(document: vscode.TextDocument): number {
    return this.last.get(document)?.at ?? -Infinity;
  }

  /** Whether a program made the last change of a document, formatters on saving left aside. */
  isLastByProgram(document: vscode.TextDocument): boolean {
    return this.last.get(document)?.origin === 'program';
  }

  dispose(): void {
    this.releaseHeld('program');
    this.disposables.dispose();
  }

  private onChange({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) {
      if (this.held?.document === document)
        this.releaseHeld(document.isDirty ? this.held.edit.origin : 'program');
      return;
    }
    const place = this.places.of(document);
    if (!place) return;
    const at = Date.now();
    const isSaving = this.saving.isSaving(document, at);
    const editor = vscode.window.activeTextEditor;
    const isActive = editor?.document === document;
    const origin = classifyEdit(contentChanges, {
      isUndoOrRedo: reason !== undefined,
      isActive,
      isSaving,
      cursors: isActive ? editor.selections : NO_CURSORS,
    });
    this.note(document, at, isSaving ? null : origin);
    this.fill(place, at, contentChanges, origin);
    if (mayBeReload(document, origin)) this.hold(document);
    else this.emit(this.edit);
  }

  private note(document: vscode.TextDocument, at: number, origin: EditOrigin | null): void {
    const last = this.last.get(document);
    if (!last) {
      this.last.set(document, { at, origin });
      return;
    }
    last.at = at;
    last.origin = origin ?? last.origin;
  }

  private fill(
    place: Place,
    at: number,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
    origin: EditOrigin,
  ): void {
    const { edit } = this;
    edit.at = at;
    edit.doc = place.doc;
    edit.branch = this.places.branchOf(place);
    edit.origin = origin;
    edit.inserted = 0;
    edit.deleted = 0;
    for (const change of changes) {
      edit.inserted += change.text.length;
      edit.deleted += change.rangeLength;
    }
  }

  /** Keeps an edit back until it shows whether it made the document dirty: a reload from disk does not. */
  private hold(document: vscode.TextDocument): void {
    this.releaseHeld('program');
    this.held = { document, edit: { ...this.edit } };
    this.heldTimer = setTimeout(() => {
      this.releaseHeld('program');
    }, DIRTY_WITHIN_MS);
  }

  private releaseHeld(origin: EditOrigin): void {
    clearTimeout(this.heldTimer);
    if (!this.held) return;
    const { edit } = this.held;
    this.held = null;
    this.emit({ ...edit, origin });
  }
}

/** A document is not yet dirty when the first edit of it is told of, and stays clean when it is reloaded from disk. */
function mayBeReload(document: vscode.TextDocument, origin: EditOrigin): boolean {
  if (document.isDirty || document.uri.scheme !== 'file') return false;
  return origin === 'typed' || origin === 'bulk';
}
