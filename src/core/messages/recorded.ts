import * as z from 'zod/mini';
import type { LastRows } from '../record/rowKinds.ts';
import { SETTING_KEYS } from '../settings.ts';
import type { RecordingState, WorkspaceState } from './panel.ts';

/** What the page "What is recorded" and the host say to each other, by the same rules as the panel. */
export interface RecordedMessage {
  readonly type: 'recorded';
  readonly recorded: RecordedView;
}

export interface RecordedView {
  /** Epoch milliseconds at which it was read, and the same as a time of day. */
  readonly at: number;
  readonly atText: string;
  readonly recording: RecordingState;
  readonly workspace: WorkspaceState;
  /** Where the record lies, or would. */
  readonly folder: string;
  /** null: there is none, or it cannot be read now. */
  readonly record: RecordView | null;
  /** What is left out: folders as absolute paths, and globs. */
  readonly folders: readonly string[];
  readonly globs: readonly string[];
  /** For how many months it is kept; 0: all of it. */
  readonly keepMonths: number;
}

export interface RecordView {
  /** The day of the first row, an ISO date; null: nothing is recorded yet. */
  readonly since: string | null;
  /** Bytes on disk. */
  readonly bytes: number;
  readonly backups: FilesView;
  /** Damaged records that were set aside. */
  readonly setAside: FilesView;
  /** Of every kind. */
  readonly kinds: readonly LastRows[];
}

export interface FilesView {
  readonly count: number;
  readonly bytes: number;
}

/** What the page can have done; each is a command of VS Code, which asks by itself what it must ask. */
export const RECORDED_COMMANDS = [
  'andon.openDataFolder',
  'andon.export',
  'andon.pauseFor',
  'andon.excludeFolder',
  'andon.forgetTime',
  'andon.forgetProject',
  'andon.erase',
] as const;
export type RecordedCommand = (typeof RECORDED_COMMANDS)[number];

/** From the page. */
export const RECORDED_REQUEST = z.discriminatedUnion('type', [
  /** The page is there, or wants to see what there is by now. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('recordWorkspace') }),
  z.object({ type: z.literal('showLog') }),
  z.object({ type: z.literal('openSetting'), key: z.enum(SETTING_KEYS) }),
  z.object({ type: z.literal('run'), command: z.enum(RECORDED_COMMANDS) }),
]);
export type RecordedRequest = z.output<typeof RECORDED_REQUEST>;
