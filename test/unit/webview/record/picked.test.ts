import assert from 'node:assert/strict';
import {
  between,
  flip,
  isEmpty,
  isSelected,
  move,
  NOTHING,
  press,
  release,
  selectionOf,
  type Picked,
  type Place,
} from '../../../../src/webview/record/picked.ts';

const place = (date: string, index: number): Place => ({ date, index, row: `row ${index}` });
const NEW = '2026-11-22';
const OLD = '2026-11-20';
const PLAIN = { isShift: false, isControl: false };
const SHIFT = { isShift: true, isControl: false };
const CONTROL = { isShift: false, isControl: true };

const ROWS = [NEW, OLD].flatMap(date => [0, 1, 2, 3].map(index => place(date, index)));
const selected = (picked: Picked) =>
  ROWS.filter(row => isSelected(picked, row)).map(({ date, index }) => `${date.slice(-2)}.${index}`);

describe('what is selected in the record', () => {
  const one = press(NOTHING, place(NEW, 2), PLAIN);

  it('is the row that was pressed', () => {
    assert.deepEqual(selected(one), ['22.2']);
    assert.deepEqual(selected(press(one, place(OLD, 0), PLAIN)), ['20.0']);
  });

  it('is all from there on with Shift, to either side, over days', () => {
    const down = press(one, place(OLD, 1), SHIFT);
    assert.deepEqual(selected(down), ['22.2', '22.3', '20.0', '20.1']);
    assert.deepEqual(selected(press(down, place(NEW, 1), SHIFT)), ['22.1', '22.2']);
  });

  it('is one more, or one less, with Ctrl', () => {
    const two = press(one, place(OLD, 0), CONTROL);
    assert.deepEqual(selected(two), ['22.2', '20.0']);
    assert.deepEqual(selected(press(two, place(NEW, 2), CONTROL)), ['20.0']);
    assert.deepEqual(selected(press(two, place(OLD, 0), CONTROL)), ['22.2']);
  });

  it('goes along with arrow keys, grows with Shift, and stays with Ctrl until Space', () => {
    assert.deepEqual(selected(move(one, place(NEW, 3), PLAIN)), ['22.3']);
    assert.deepEqual(selected(move(one, place(NEW, 3), SHIFT)), ['22.2', '22.3']);
    const moved = move(one, place(OLD, 0), CONTROL);
    assert.deepEqual(selected(moved), ['22.2']);
    assert.deepEqual(selected(flip(moved)), ['22.2', '20.0']);
  });

  it('is no heading of a day', () => {
    const head = press(one, place(OLD, -1), PLAIN);
    assert.ok(isEmpty(head));
    assert.deepEqual(flip(head), head);
    assert.deepEqual(selected(press(head, place(OLD, 1), SHIFT)), ['20.0', '20.1']);
  });

  it('is told to the host by names, the newest first', () => {
    const all = between(one, place(OLD, 3), place(NEW, 0));
    assert.deepEqual(selectionOf(press(all, place(NEW, 1), CONTROL)), {
      range: { newest: { date: NEW, row: 'row 0' }, oldest: { date: OLD, row: 'row 3' } },
      flipped: [{ date: NEW, row: 'row 1' }],
    });
  });

  it('is nothing after Escape, where keys go on', () => {
    const none = release(one);
    assert.deepEqual([selected(none), none.current], [[], one.current]);
  });
});
