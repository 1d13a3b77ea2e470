import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of desktop VS Code's command line that a test run uses. */
export interface LauncherArguments {
  extensionDevelopmentPaths: string[];
  extensionTestsPath?: string;
  extensionsFolder?: string;
  userDataFolder?: string;
  /** The folder or workspace to open. */
  open?: string;
  disableExtensions: boolean;
  /** Built-in extensions that are left out, by id. */
  disabledExtensions: string[];
  versionOnly: boolean;
}

/** Reads what `runTests` of @vscode/test-electron passes; flags without a meaning for a server are let by. */
export function parseLauncherArguments(args: readonly string[]): LauncherArguments {
  const result: LauncherArguments = {
    extensionDevelopmentPaths: [],
    disableExtensions: false,
    disabledExtensions: [],
    versionOnly: false,
  };
  const rest = [...args];
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    const [, flag, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(next) ?? [];
    if (flag === undefined) result.open = absolute(next);
    else apply(result, flag, () => inline ?? rest.shift() ?? '');
  }
  return result;
}

function apply(result: LauncherArguments, flag: string, value: () => string): void {
  switch (flag) {
    case 'extensionDevelopmentPath':
      result.extensionDevelopmentPaths.push(absolute(value()));
      break;
    case 'extensionTestsPath':
      result.extensionTestsPath = absolute(value());
      break;
    case 'extensions-dir':
      result.extensionsFolder = absolute(value());
      break;
    case 'user-data-dir':
      result.userDataFolder = absolute(value());
      break;
    case 'folder-uri':
    case 'file-uri':
      result.open = absolute(value());
      break;
    case 'disable-extension':
      result.disabledExtensions.push(value());
      break;
    case 'disable-extensions':
      result.disableExtensions = true;
      break;
    case 'version':
      result.versionOnly = true;
      break;
    case 'profile':
    case 'locale':
    case 'log':
      value();
      break;
    default: // A flag without a value, and without a meaning for a server.
  }
}

function absolute(file: string): string {
  return path.resolve(file.startsWith('file:') ? fileURLToPath(file) : file);
}
