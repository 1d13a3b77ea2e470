import type { PanelRequest, SnapshotMessage } from '../core/messages/panel.ts';
import type { QueueMessage } from '../core/messages/queue.ts';
import type { RowsMessage } from '../core/messages/record.ts';
import type { RecordedMessage, RecordedRequest } from '../core/messages/recorded.ts';
import type { StatsMessage, StatsRequest } from '../core/messages/stats.ts';
import type { CheckedMessage, TrialMessage, TuningMessage, TuningRequest } from '../core/messages/tuning.ts';

/** What VS Code gives a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

type HostMessage =
  | SnapshotMessage
  | QueueMessage
  | StatsMessage
  | RecordedMessage
  | TuningMessage
  | TrialMessage
  | CheckedMessage
  | RowsMessage;

const api = acquireVsCodeApi();

/** Says something to the host. */
export function post(request: PanelRequest | StatsRequest | RecordedRequest | TuningRequest): void {
  api.postMessage(request);
}

/** Calls `take` with every message of a type that the host sends. */
export function onMessage<Type extends HostMessage['type']>(
  type: Type,
  take: (message: Extract<HostMessage, { type: Type }>) => void,
): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isOfType(data, type)) take(data);
  });
}

/** Only the host can post here, so its word on the rest is taken. */
function isOfType<Type extends HostMessage['type']>(
  data: unknown,
  type: Type,
): data is Extract<HostMessage, { type: Type }> {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === type;
}

/** What `keep` was last given, also before a reload; of any shape, since an older version may have kept it. */
export function kept(): unknown {
  return api.getState();
}

export function keep(state: unknown): void {
  api.setState(state);
}
