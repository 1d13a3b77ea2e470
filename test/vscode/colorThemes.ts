/** The themes that come with VS Code, by kind; `workbench.colorTheme` takes these names. */
export const COLOR_THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

export type ColorThemeKind = keyof typeof COLOR_THEMES;

/** The class that VS Code gives its workbench for a kind of theme. */
export const WORKBENCH_CLASSES: Record<ColorThemeKind, string> = {
  light: 'vs',
  dark: 'vs-dark',
  highContrast: 'hc-black',
  highContrastLight: 'hc-light',
};
