/** The themes that come with VS Code, by kind; `workbench.colorTheme` takes these names. */
export const COLOR_THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export type ColorThemeKind = keyof typeof COLOR_THEMES;

/** The class that VS Code gives a webview's body and the workbench for a kind of theme. */
export const COLOR_THEME_CLASSES: Record<ColorThemeKind, string> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
};
