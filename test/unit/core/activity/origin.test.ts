import assert from 'node:assert/strict';
import { classifyEdit, type Range, type TextChange } from '../../../../src/core/activity/origin.ts';
import type { EditOrigin } from '../../../../src/core/activity/signal.ts';

/** `0:5` or `0:5-1:2`, as line and character. */
function range(text: string): Range {
  const [start = '', end = start] = text.split('-');
  const position = (at: string) => {
    const [line = 0, character = 0] = at.split(':').map(Number);
    return { line, character };
  };
  return { start: position(start), end: position(end) };
}

type Row = readonly [
  action: string,
  changes: readonly (readonly [string, string])[],
  cursors: string[],
  EditOrigin,
];

/** What VS Code 1.139.1 was traced to send: ranges and texts, and the selections still set at that moment. */
const TRACED: readonly Row[] = [
  ['a key', [['0:5', 'x']], ['0:5'], 'typed'],
  ['Enter with indentation', [['0:12', '\n    ']], ['0:12'], 'typed'],
  ['Enter between braces', [['0:12', '\n    \n']], ['0:12'], 'typed'],
  ['Enter in a comment', [['3:12', '\r\n * ']], ['3:12'], 'typed'],
  ['Backspace', [['0:4-0:5', '']], ['0:5'], 'typed'],
  ['Delete', [['0:5-0:6', '']], ['0:5'], 'typed'],
  ['Ctrl+Backspace', [['0:0-0:5', '']], ['0:5'], 'typed'],
  ['a key over a selection', [['0:5-0:7', 'q']], ['0:5-0:7'], 'typed'],
  ['an auto-closed pair', [['0:5', '()']], ['0:5'], 'typed'],
  ['typing over a closing bracket', [['0:6-0:7', ')']], ['0:6'], 'typed'],
  [
    'a surrounding pair',
    [
      ['0:5', ')'],
      ['0:0', '('],
    ],
    ['0:0-0:5'],
    'typed',
  ],
  ['a composition', [['0:5-0:6', '日本']], ['0:6'], 'typed'],
  ['an emoji of several code points', [['0:5', '👩‍💻']], ['0:5'], 'typed'],
  ['Tab that inserts spaces', [['0:5', '    ']], ['0:5'], 'typed'],
  [
    'three cursors',
    [
      ['2:5', 'x'],
      ['1:5', 'x'],
      ['0:5', 'x'],
    ],
    ['0:5', '1:5', '2:5'],
    'typed',
  ],
  ['cutting a line', [['0:0-1:0', '']], ['0:5'], 'typed'],
  ['pasting a line', [['0:5', 'PASTED']], ['0:5'], 'bulk'],
  ['pasting three lines', [['0:5', 'one\ntwo\nthree\n']], ['0:5'], 'bulk'],
  ['a completion', [['0:0', 'completionItemLong']], ['0:0'], 'bulk'],
  ['a completion over its prefix', [['0:0-0:4', 'completionItemLong']], ['0:4'], 'bulk'],
  ['an inline completion', [['0:16', 'ghost text line\nsecond gh']], ['0:16'], 'bulk'],
  ['a snippet', [['0:5', 'for (i) {}']], ['0:5'], 'bulk'],
  [
    'Format Document',
    [
      ['1:2-1:5', ''],
      ['0:2-0:4', ''],
    ],
    ['0:5'],
    'program',
  ],
  ['a WorkspaceEdit before the cursor', [['0:0', 'AGENT line\nmore\n']], ['0:5'], 'program'],
  ['a WorkspaceEdit after the cursor', [['3:0', 'AGENT\n']], ['0:5'], 'program'],
  [
    'a WorkspaceEdit of two edits',
    [
      ['1:0', 'B'],
      ['0:0', 'A'],
    ],
    ['0:5'],
    'program',
  ],
  ['a file changed on disk', [['1:0-5:0', 'CHANGED BY AGENT ON DISK\n']], ['0:5'], 'program'],
  [
    'one edit at the cursor and one elsewhere',
    [
      ['0:5', 'x'],
      ['3:0', 'y'],
    ],
    ['0:5'],
    'program',
  ],
];

const context = { isUndoOrRedo: false, isActive: true, isSaving: false };

describe('classifyEdit', () => {
  for (const [action, changes, cursors, expected] of TRACED) {
    it(`takes ${action} for ${expected}`, () => {
      const list: TextChange[] = changes.map(([at, text]) => ({ range: range(at), text }));
      assert.equal(classifyEdit(list, { ...context, cursors: cursors.map(range) }), expected);
    });
  }

  const key: TextChange[] = [{ range: range('0:5'), text: 'x' }];
  const cursors = [range('0:5')];

  it('takes Undo and Redo for what they are, wherever they strike', () => {
    assert.equal(classifyEdit(key, { ...context, isUndoOrRedo: true, cursors: [] }), 'undo');
  });

  it('takes an edit of a document that is not in the active editor for a program', () => {
    assert.equal(classifyEdit(key, { ...context, isActive: false, cursors }), 'program');
  });

  it('takes an edit between the two events of a save for a formatter', () => {
    assert.equal(classifyEdit(key, { ...context, isSaving: true, cursors }), 'program');
  });
});
