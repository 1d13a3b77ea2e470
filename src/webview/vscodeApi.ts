import type { PanelRequest } from '../core/messages/panel.ts';

/** What VS Code gives a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** Says something to the host. */
export function post(request: PanelRequest): void {
  api.postMessage(request);
}

/** What `keep` was last given, also before a reload; of any shape, since an older version may have kept it. */
export function kept(): unknown {
  return api.getState();
}

export function keep(state: unknown): void {
  api.setState(state);
}
