/**
 * Stand-ins for what VS Code gives a webview: its variables in the default themes (those that the panel or its elements use),
 * and its own style sheet. The UI tests show the panel in the real ones.
 */
export const THEMES = {
  dark: {
    bodyClass: 'vscode-dark',
    variables: {
      foreground: '#cccccc',
      descriptionForeground: '#9d9d9d',
      focusBorder: '#0078d4',
      'icon-foreground': '#cccccc',
      'sideBar-background': '#181818',
      'sideBarSectionHeader-foreground': '#cccccc',
      'sideBarSectionHeader-border': '#2b2b2b',
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'widget-border': '#313131',
      'list-hoverBackground': '#2a2d2e',
      'textLink-foreground': '#4daafc',
      'textLink-activeForeground': '#4daafc',
      'input-background': '#313131',
      'input-foreground': '#cccccc',
      'input-placeholderForeground': '#989898',
      'input-border': '#3c3c3c',
      'progressBar-background': '#0078d4',
      'editorHoverWidget-background': '#202020',
      'editorHoverWidget-foreground': '#cccccc',
      'editorHoverWidget-border': '#454545',
      'button-background': '#0078d4',
      'button-foreground': '#ffffff',
      'button-border': 'rgba(255, 255, 255, 0.07)',
      'button-hoverBackground': '#026ec1',
      'button-secondaryBackground': '#313131',
      'button-secondaryForeground': '#cccccc',
      'button-secondaryHoverBackground': '#3c3c3c',
      'charts-foreground': '#cccccc',
      'charts-lines': 'rgba(204, 204, 204, 0.5)',
      'charts-blue': '#3794ff',
      'charts-purple': '#b180d7',
      'charts-green': '#89d185',
      'terminal-ansiCyan': '#11a8cd',
      'charts-yellow': '#cca700',
    },
  },
  light: {
    bodyClass: 'vscode-light',
    variables: {
      foreground: '#3b3b3b',
      descriptionForeground: '#3b3b3b',
      focusBorder: '#005fb8',
      'icon-foreground': '#3b3b3b',
      'sideBar-background': '#f8f8f8',
      'sideBarSectionHeader-foreground': '#3b3b3b',
      'sideBarSectionHeader-border': '#e5e5e5',
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'widget-border': '#e5e5e5',
      'list-hoverBackground': '#f2f2f2',
      'textLink-foreground': '#005fb8',
      'textLink-activeForeground': '#005fb8',
      'input-background': '#ffffff',
      'input-foreground': '#3b3b3b',
      'input-placeholderForeground': '#767676',
      'input-border': '#cecece',
      'progressBar-background': '#005fb8',
      'editorHoverWidget-background': '#f8f8f8',
      'editorHoverWidget-foreground': '#3b3b3b',
      'editorHoverWidget-border': '#c8c8c8',
      'button-background': '#005fb8',
      'button-foreground': '#ffffff',
      'button-border': 'rgba(0, 0, 0, 0.1)',
      'button-hoverBackground': '#0258a8',
      'button-secondaryBackground': '#e5e5e5',
      'button-secondaryForeground': '#3b3b3b',
      'button-secondaryHoverBackground': '#cccccc',
      'charts-foreground': '#3b3b3b',
      'charts-lines': 'rgba(59, 59, 59, 0.5)',
      'charts-blue': '#1a85ff',
      'charts-purple': '#652d90',
      'charts-green': '#388a34',
      'terminal-ansiCyan': '#11a8cd',
      'charts-yellow': '#bf8803',
    },
  },
  highContrast: {
    bodyClass: 'vscode-high-contrast',
    variables: {
      foreground: '#ffffff',
      descriptionForeground: 'rgba(255, 255, 255, 0.7)',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      'icon-foreground': '#ffffff',
      'sideBar-background': '#000000',
      'sideBarSectionHeader-foreground': '#ffffff',
      'sideBarSectionHeader-border': '#6fc3df',
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'widget-border': '#6fc3df',
      'list-hoverBackground': 'rgba(255, 255, 255, 0.1)',
      'textLink-foreground': '#21a6ff',
      'textLink-activeForeground': '#21a6ff',
      'input-background': '#000000',
      'input-foreground': '#ffffff',
      'input-placeholderForeground': 'rgba(255, 255, 255, 0.7)',
      'input-border': '#6fc3df',
      'progressBar-background': '#6fc3df',
      'editorHoverWidget-background': '#0c141f',
      'editorHoverWidget-foreground': '#ffffff',
      'editorHoverWidget-border': '#6fc3df',
      'button-background': '#000000',
      'button-foreground': '#ffffff',
      'button-border': '#6fc3df',
      'button-secondaryForeground': '#ffffff',
      'charts-foreground': '#ffffff',
      'charts-lines': 'rgba(255, 255, 255, 0.5)',
      'charts-blue': '#3794ff',
      'charts-purple': '#b180d7',
      'charts-green': '#89d185',
      'terminal-ansiCyan': '#00cdcd',
      'charts-yellow': '#ffd370',
    },
  },
  highContrastLight: {
    bodyClass: 'vscode-high-contrast-light vscode-high-contrast',
    variables: {
      foreground: '#292929',
      descriptionForeground: 'rgba(41, 41, 41, 0.7)',
      focusBorder: '#006bbd',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
      'icon-foreground': '#292929',
      'sideBar-background': '#ffffff',
      'sideBarSectionHeader-foreground': '#292929',
      'sideBarSectionHeader-border': '#0f4a85',
      'editor-background': '#ffffff',
      'editor-foreground': '#292929',
      'widget-border': '#0f4a85',
      'list-hoverBackground': 'rgba(15, 74, 133, 0.1)',
      'textLink-foreground': '#0f4a85',
      'textLink-activeForeground': '#0f4a85',
      'input-background': '#ffffff',
      'input-foreground': '#292929',
      'input-placeholderForeground': 'rgba(41, 41, 41, 0.7)',
      'input-border': '#0f4a85',
      'progressBar-background': '#0f4a85',
      'editorHoverWidget-background': '#ffffff',
      'editorHoverWidget-foreground': '#292929',
      'editorHoverWidget-border': '#0f4a85',
      'button-background': '#0f4a85',
      'button-foreground': '#ffffff',
      'button-border': '#0f4a85',
      'button-hoverBackground': '#0f4a85',
      'button-secondaryBackground': '#ffffff',
      'button-secondaryForeground': '#292929',
      'charts-foreground': '#292929',
      'charts-lines': 'rgba(41, 41, 41, 0.5)',
      'charts-blue': '#1a85ff',
      'charts-purple': '#652d90',
      'charts-green': '#374e06',
      'terminal-ansiCyan': '#0598bc',
      'charts-yellow': '#895503',
    },
  },
} as const satisfies { readonly [name: string]: ThemeStandIn };

interface ThemeStandIn {
  readonly bodyClass: string;
  readonly variables: { readonly [name: string]: string };
}

export type Theme = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as Theme[];

export function isTheme(name: string): name is Theme {
  return name in THEMES;
}

/** A style sheet with a theme's variables and VS Code's defaults for webviews. */
export function themeCss(theme: Theme): string {
  const { variables } = THEMES[theme];
  const lines = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${lines.join(' ')} --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 13px; --vscode-font-weight: normal; }
@layer vscode-default {
  body { background-color: transparent; color: var(--vscode-editor-foreground); font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family); margin: 0; padding: 0 20px; }
  a { color: var(--vscode-textLink-foreground); }
}
/* The side bar below the webview. */
html { background: var(--vscode-sideBar-background); }
`;
}
