import assert from 'node:assert/strict';
import { commandOf } from '../../../../src/webview/queue/commandOf.ts';
import { destination } from '../../../../src/webview/queue/destination.ts';
import { offsetsOf } from '../../../../src/webview/queue/rowWindow.ts';

const NONE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe('commandOf', () => {
  const command = (key: string, modifiers: Partial<typeof NONE> = {}) =>
    commandOf({ ...NONE, key, ...modifiers });

  it('leaves other keys to VS Code and the browser', () => {
    assert.equal(command('Tab'), null);
    assert.equal(command('F5'), null);
    assert.equal(command('Enter', { ctrlKey: true }), null);
    assert.equal(command('z', { ctrlKey: true, altKey: true }), null);
    assert.equal(command('ArrowUp', { altKey: true, shiftKey: true }), null);
    assert.equal(command('Delete', { shiftKey: true }), null);
    assert.equal(command('Backspace', { ctrlKey: true }), null);
  });
  it('does not mind a capital letter with Shift', () => {
    assert.equal(command('Z', { ctrlKey: true, shiftKey: true }), 'redo');
    assert.equal(command('Z', { metaKey: true, shiftKey: true }), 'redo');
  });
  it('takes a full stop where it is typed with Shift', () => {
    assert.equal(command('.', { shiftKey: true }), 'snooze');
  });
  it('knows no key by the name of something else', () => {
    assert.equal(command('constructor'), null);
  });
});

describe('destination', () => {
  const offsets = offsetsOf([22, 38, 22, 38, 100, 22]);
  const to = (movement: Parameters<typeof destination>[0], from: number, height = 70) =>
    destination(movement, from, offsets, height);

  it('stays in the list', () => {
    assert.equal(to('next', 5), 5);
    assert.equal(to('previous', 0), 0);
    assert.equal(to('first', 3), 0);
    assert.equal(to('last', 3), 5);
  });
  it('begins at the first row where none is current', () => {
    assert.equal(to('next', -1), 0);
    assert.equal(to('previous', -1), 0);
  });
  it('goes a page, and at least a row', () => {
    assert.equal(to('pageDown', 0), 2);
    assert.equal(to('pageUp', 3), 0);
    assert.equal(to('pageDown', 4, 30), 5);
    assert.equal(to('pageUp', 5, 30), 4);
    assert.equal(to('pageDown', 5), 5);
  });
});
