import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Editor } from '../vscode/editor.ts';
import type { Workbench } from '../vscode/workbench.ts';
import { count, seed } from './support/database.ts';
import { makeProject } from './support/folders.ts';
import { packHelper } from './support/helperExtension.ts';
import { recording } from './support/shown.ts';
import { FIRST, WATCHED, type Opened } from './support/socketWatch.ts';
import { until } from './support/wait.ts';

const WATCH = path.join(import.meta.dirname, 'support/socketWatch.ts');
/** What counts as ours: the installed extension, the threads that run a text (VS Code has none), and the control below. */
const OURS = String.raw`/andon\.andon-|\[worker eval\]|taken-for-andon`;

/**
 * Is there before all others, to watch them and their threads. Opens what can be opened: at once as the helper that it is, and as a
 * file that is taken for ours when it is told to.
 */
const OPENER = `
const vm = require('node:vm');
const threads = require('node:worker_threads');
const fs = require('node:fs');
const open = filename => vm.runInThisContext(\`(async require => {
  const { connect, createServer } = require('node:net');
  const quiet = socket => socket.on('error', () => undefined).unref();
  quiet(connect(9, '127.0.0.1'));
  quiet(require('node:dgram').createSocket('udp4'));
  require('node:dns').lookup('localhost', () => undefined);
  require('node:child_process').spawn('true').on('error', () => undefined);
  quiet(createServer().listen({ path: '\\\\0andon' + process.pid + Math.random() }));
  // The socket of this one is opened much later, by code of Node's.
  await fetch('http://127.0.0.1:65000/').catch(() => undefined);
})\`, { filename })(require);
exports.activate = async () => {
  const watch = process.env.ANDON_WATCH;
  require(watch);
  threads.Worker = class extends threads.Worker {
    constructor(file, options) {
      super(file, { ...options, execArgv: ['--require', watch] });
    }
  };
  await open('opener');
  const order = process.env.ANDON_ORDER;
  const timer = setInterval(async () => {
    if (!fs.existsSync(order)) return;
    clearInterval(timer);
    await open('taken-for-andon');
    new threads.Worker("require('node:net').connect(9, '127.0.0.1').on('error', () => undefined)", { eval: true });
    fs.rmSync(order);
  }, 200);
};
`;

describe('with default settings', () => {
  const folder = makeProject('quietroom');
  const place = path.dirname(folder);
  const [told, order] = [path.join(place, 'told'), path.join(place, 'order')];
  const helper = packHelper('opener', OPENER, { activationEvents: ['*'] });
  let editor: Editor;
  let window: Workbench;

  before(async () => {
    fs.writeFileSync(told, '');
    const environment = {
      ...{ ANDON_WATCH: WATCH, ANDON_OURS: OURS, ANDON_OPENED: told, ANDON_ORDER: order },
    };
    editor = await Editor.start({ moreVsix: [helper.vsix], environment });
    await seed(editor, []);
    window = await editor.openWindow(folder);
  });
  after(async () => {
    await editor.close();
    fs.rmSync(place, { recursive: true });
    helper.dispose();
  });

  const lines = () =>
    fs
      .readFileSync(told, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map(line => JSON.parse(line) as Opened);
  const opened = () => lines().filter(({ type }) => type !== WATCHED && type !== FIRST);

  it('nothing of ours opens a socket, looks up a name or starts a process', async () => {
    await typeSome();
    const [killed] = editor.extensionHostPids();
    editor.killExtensionHost(killed!);
    // The record is looked through in a thread after an end like this.
    await until(
      'the thread of another host',
      () => lines().filter(({ type, isInThread }) => type === WATCHED && isInThread),
      found => found.some(({ pid }) => pid !== killed && editor.extensionHostPids().includes(pid)),
    );
    await typeSome();
    await window.save();
    // Only now: with its view open Andon would have been loaded before the watch when the host started again.
    await window.openViewContainer();
    await window.webview().getByRole('button', { name: 'Start 25 min' }).click();
    await window.runCommand('Andon: Open Stats');
    await window.page.locator('.tab.active', { hasText: 'Andon' }).waitFor();
    const first = lines().filter(({ type, stack }) => type === FIRST && stack.includes('andon.andon-'));
    assert.equal(first.length, 2, 'one of the two hosts was not watched');
    assert.deepEqual(opened(), []);
  });

  it('a control finds what a file that is taken for ours opens, by whatever way', async () => {
    fs.writeFileSync(order, '');
    await until(
      'the end',
      () => fs.existsSync(order),
      isThere => !isThere,
    );
    const types = () =>
      new Set(
        opened()
          .filter(each => !each.isInThread)
          .map(({ type }) => type),
      );
    for (const type of [
      'TCPWRAP',
      'TCPCONNECTWRAP',
      'UDPWRAP',
      'GETADDRINFOREQWRAP',
      'PROCESSWRAP',
      'PIPESERVERWRAP',
    ]) {
      assert.ok(types().has(type), `${type} is not among ${[...types()].join(', ')}`);
    }
    // Two from the stack, one by way of `fetch`, and one in a thread.
    await until('the thread', opened, found =>
      found.some(({ type, isInThread }) => isInThread && type === 'TCPWRAP'),
    );
    const ownStack = opened().filter(
      ({ type, stack }) => type === 'TCPWRAP' && stack.includes('taken-for-andon'),
    );
    const byFetch = opened().filter(({ type, stack }) => type === 'TCPWRAP' && stack.includes('undici'));
    assert.deepEqual([ownStack.length, byFetch.length], [1, 1]);
  });

  /** Types until the record knows. */
  async function typeSome(): Promise<void> {
    await recording(window);
    const spans = count(editor, 'SELECT count(*) FROM span');
    await window.openFile('a.ts');
    await until(
      'the spans',
      async () => {
        await window.type('// some words\n', 60);
        return count(editor, 'SELECT count(*) FROM span');
      },
      found => found > spans,
    );
  }
});
