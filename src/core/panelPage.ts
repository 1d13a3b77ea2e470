/** The id of the element that the panel draws itself into. */
export const PANEL_ROOT_ID = 'andon';

export interface PanelPageInput {
  /** Fresh for every page: at least 128 random bits. */
  readonly nonce: string;
  /** Where styles may come from: `webview.cspSource`. */
  readonly cspSource: string;
  /** `dist/webview/main.js` and `main.css`, as the webview can load them. */
  readonly scriptUri: string;
  readonly styleUri: string;
}

/** The panel's HTML page: one script, one style sheet, and a content policy that lets nothing else in or out. */
export function panelPage({ nonce, cspSource, scriptUri, styleUri }: PanelPageInput): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Andon</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body>
<div id="${PANEL_ROOT_ID}"></div>
<script nonce="${attribute(nonce)}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
