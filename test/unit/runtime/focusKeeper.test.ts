import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Session } from '../../../src/core/focus/session.ts';
import { FocusKeeper } from '../../../src/runtime/focusKeeper.ts';
import { BEAT_MS, RecordKeeper } from '../../../src/runtime/recordKeeper.ts';
import { eraseFiles } from '../../../src/store/file.ts';
import { openStore } from '../../../src/store/open.ts';
import { FakeClock } from '../../support/fakeClock.ts';
import { doc, edit, focus as focusSignal } from '../../support/signals.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const PLAN = { kind: 'countdown', minutes: 25, intention: 'idle rule' } as const;

/** A wall clock that can be set; its timers run on. */
class SettableClock extends FakeClock {
  private set = 0;
  private slept = 0;

  override now(): number {
    return super.now() + this.slept + this.set;
  }

  uptime(): number {
    return super.now() + this.slept - Date.parse('2026-03-02T08:00:00Z');
  }

  /** No timer rings meanwhile. */
  sleep(ms: number): void {
    this.slept += ms;
  }

  setBy(ms: number): void {
    this.set += ms;
  }
}

describe('FocusKeeper', () => {
  let folder: string;
  let file: string;
  let clock: SettableClock;
  let ends: { window: string; session: Session }[];
  let failures: string[];
  let all: { dispose(): void }[];

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andon-focus-'));
    file = path.join(folder, 'andon.sqlite');
    clock = new SettableClock();
    ends = [];
    failures = [];
    all = [];
  });

  afterEach(() => {
    for (const each of all.reverse()) each.dispose();
    fs.rmSync(folder, { recursive: true });
    assert.deepEqual(failures, []);
  });

  async function openWindow(name: string, isForeground = true) {
    const onFailure = (what: string, error: unknown) => failures.push(`${what} ${String(error)}`);
    const keeper = new RecordKeeper({
      clock,
      zone: () => 'Europe/Berlin',
      fileId: () => (fs.existsSync(file) ? String(fs.statSync(file).ino) : null),
      open: () => openStore(file),
      checkSupport: () => Promise.resolve(),
      eraseFiles: () => eraseFiles(file),
      eraseCopies: () => undefined,
      onFailure,
    });
    const focus = new FocusKeeper(keeper, {
      clock,
      uptime: () => clock.uptime(),
      rules: () => ({ softLandingMs: 3 * MINUTE, idleAfterMs: 5 * MINUTE }),
      isForeground: () => isForeground,
      onFailure,
    });
    focus.onDidEnd(session => ends.push({ window: name, session }));
    all.push(keeper, focus);
    await keeper.begin();
    await keeper.start();
    return { keeper, focus };
  }

  it('shows a session in the other window within a beat, with what is done to it there', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    assert.equal(await one.focus.start(PLAN), true);
    clock.advance(BEAT_MS);
    assert.deepEqual(two.focus.session, one.focus.session);
    assert.equal(two.focus.session?.intention, 'idle rule');
    await two.focus.extend();
    await two.focus.pause();
    clock.advance(BEAT_MS);
    assert.equal(one.focus.session?.plannedMs, 30 * MINUTE);
    assert.notEqual(one.focus.session.pausedAt, null);
  });

  it('does not begin a second session', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    assert.equal(await two.focus.start({ ...PLAN, minutes: 50 }), false);
    assert.equal(two.focus.session?.plannedMs, 25 * MINUTE);
  });

  it('begins none without a record', async () => {
    const one = await openWindow('one');
    await one.keeper.erase();
    assert.equal(await one.focus.start(PLAN), false);
    assert.equal(one.focus.session, null);
  });

  it('ends a session once, in one of two windows, and both see it', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    clock.advance(25 * MINUTE - SECOND);
    assert.equal(ends.length, 0);
    clock.advance(SECOND + 2 * BEAT_MS);
    assert.equal(ends.length, 1);
    assert.equal(ends[0]?.session.endedAt, ends[0]!.session.startedAt + 25 * MINUTE);
    assert.equal(one.focus.session, null);
    assert.equal(two.focus.session, null);
    assert.equal(one.focus.unreviewed?.id, two.focus.unreviewed?.id);
    await two.focus.end(ends[0].session.id, 'more');
    clock.advance(BEAT_MS);
    assert.equal(one.focus.unreviewed, null);
  });

  it('leaves the end to the window that has the focus, if there is one', async () => {
    const one = await openWindow('one', false);
    await openWindow('two', true);
    await one.focus.start(PLAN);
    clock.advance(26 * MINUTE);
    assert.deepEqual(
      ends.map(({ window }) => window),
      ['two'],
    );
  });

  it('waits while somebody types in another window, and no longer than the cap', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    const start = clock.now();
    const type = () => {
      const signal = edit(clock.now(), { window: 'w2' });
      two.keeper.signal(signal);
      two.focus.signal(signal);
    };
    while (clock.now() < start + 30 * MINUTE && ends.length === 0) {
      type();
      clock.advance(5 * SECOND);
    }
    assert.equal(ends.length, 1);
    assert.equal(ends[0]!.session.endedAt, start + 28 * MINUTE);
  });

  it('goes on after a window is killed, and ends at the cap where none was open', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    const { startedAt } = one.focus.session!;
    one.focus.dispose();
    one.keeper.dispose();
    clock.advance(90 * MINUTE);
    const two = await openWindow('two');
    assert.equal(two.focus.session?.startedAt, startedAt);
    clock.advance(BEAT_MS);
    assert.equal(ends[0]?.session.endedAt, startedAt + 28 * MINUTE);
  });

  for (const by of [-5 * 3_600_000, 5 * 3_600_000, -MINUTE, 40 * MINUTE]) {
    it(`ends nothing early or twice by a clock that is set by ${by / MINUTE} min`, async () => {
      const one = await openWindow('one');
      const two = await openWindow('two');
      await one.focus.start(PLAN);
      clock.advance(10 * MINUTE);
      clock.setBy(by);
      clock.advance(15 * MINUTE - SECOND);
      assert.equal(ends.length, 0);
      assert.ok(two.focus.session);
      clock.advance(SECOND + 2 * BEAT_MS);
      assert.equal(ends.length, 1);
      clock.setBy(-by);
      clock.advance(5 * MINUTE);
      assert.equal(ends.length, 1);
    });
  }

  it('ends what ran out while the machine slept', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    clock.advance(10 * MINUTE);
    const { startedAt } = one.focus.session!;
    clock.sleep(120 * MINUTE);
    clock.advance(BEAT_MS);
    assert.equal(ends.length, 1);
    assert.equal(ends[0]!.session.endedAt, startedAt + 28 * MINUTE);
  });

  it('counts switches and losses of focus', async () => {
    const one = await openWindow('one');
    await one.focus.start(PLAN);
    const say = (project: string) => one.keeper.signal(edit(clock.now(), { doc: doc('a.ts', project) }));
    for (let i = 0; i < 4; i++) {
      say(i < 2 ? 'andon' : 'website');
      clock.advance(20 * SECOND);
    }
    one.keeper.signal(focusSignal(clock.now(), false));
    clock.advance(10 * SECOND);
    one.keeper.signal(focusSignal(clock.now(), true));
    clock.advance(BEAT_MS);
    assert.deepEqual(one.focus.interruptions(), { own: 1, outer: 1 });
  });

  it('forgets the session when everything is erased', async () => {
    const one = await openWindow('one');
    const two = await openWindow('two');
    await one.focus.start(PLAN);
    clock.advance(BEAT_MS);
    await one.keeper.erase();
    clock.advance(BEAT_MS);
    assert.equal(one.focus.session, null);
    assert.equal(two.focus.session, null);
  });
});
