import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable.ts';
import { minutes, type Settings } from '../../core/settings.ts';
import type { Day } from '../../core/stats/day.ts';
import { deepBlocks, deepMs } from '../../core/stats/measures.ts';
import { formatDuration } from '../../core/text/duration.ts';
import type { KeeperState } from '../../runtime/recordKeeper.ts';
import { sayUntil } from '../sayUntil.ts';

export interface StatusBarInput {
  readonly state: KeeperState;
  readonly day: Day | undefined;
  /** The item in work in one line; empty: none. */
  readonly item: string;
  readonly settings: Settings;
  /** Nothing in this window's folders is recorded. */
  readonly isLeftOut: boolean;
}

interface Look {
  readonly text: string;
  readonly tooltip: string;
}

/** Today's time in the status bar; a click opens the panel, or while recording is paused what can become of that. */
export class StatusBar implements vscode.Disposable {
  private readonly disposables = new DisposableStore();
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = this.disposables.add(
      vscode.window.createStatusBarItem('andon.status', vscode.StatusBarAlignment.Left, 10),
    );
    this.item.name = 'Andon';
  }

  update(input: StatusBarInput): void {
    // A recorder that stands still is told whatever is shown otherwise.
    const { settings, state, isLeftOut } = input;
    if (settings['statusBar.show'] === 'nothing' && state.kind === 'recording' && !isLeftOut) {
      this.item.hide();
      return;
    }
    const { text, tooltip } = lookOf(input);
    // Every write is a message to the workbench, and most of the time nothing has changed.
    if (this.item.text !== text) {
      this.item.text = text;
      const said = text.replace(/\$\([a-z-]+\) ?/g, '').trim();
      this.item.accessibilityInformation = { label: said === 'Andon' ? said : `Andon: ${said}` };
    }
    if (this.item.tooltip !== tooltip) this.item.tooltip = tooltip;
    this.item.command = input.state.kind === 'paused' ? 'andon.pauseFor' : 'andon.showToday';
    this.item.show();
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function lookOf({ state, day, item, settings, isLeftOut }: StatusBarInput): Look {
  const times = timesOf(day, item, settings);
  switch (state.kind) {
    case 'notStarted':
      return { text: '$(pulse) Andon', tooltip: 'Andon records nothing yet. Open it to see what it would.' };
    case 'unavailable':
      return { text: '$(pulse) Andon $(warning)', tooltip: `${state.reason} ${state.remedy}` };
    case 'paused':
      return pausedLook(sayUntil(state.until), times);
    case 'recording':
      if (isLeftOut) return leftOutLook(times);
      return { text: `$(pulse) ${times.shown}`, tooltip: times.tooltip };
  }
}

interface Times {
  readonly shown: string;
  readonly tooltip: string;
}

function pausedLook(until: string, times: Times): Look {
  const paused = ['Recording is paused', until].filter(Boolean).join(' ');
  return {
    text: `$(debug-pause) ${until || times.shown}`,
    tooltip: `${paused}. Click to resume, or to change it.\n${times.tooltip}`,
  };
}

function leftOutLook(times: Times): Look {
  return {
    text: `$(circle-slash) ${times.shown}`,
    tooltip: `This workspace is left out of the record.\n${times.tooltip}`,
  };
}

function timesOf(day: Day | undefined, item: string, settings: Settings): Times {
  const deepBlockMs = minutes(settings['focus.deepBlockMinutes']);
  const blocks = day?.blocks ?? [];
  const active = formatDuration(day?.activeMs ?? 0);
  const deep = formatDuration(deepMs(blocks, deepBlockMs));
  const count = deepBlocks(blocks, deepBlockMs).length;
  const inBlocks = count === 0 ? '' : ` in ${count} ${count === 1 ? 'block' : 'blocks'}`;
  return {
    shown: settings['statusBar.show'] === 'deepTime' ? deep : active,
    tooltip: [`Active today: ${active}`, `Deep: ${deep}${inBlocks}`, ...(item === '' ? [] : [item])].join(
      '\n',
    ),
  };
}
