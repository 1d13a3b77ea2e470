import fs from 'node:fs';
import path from 'node:path';
import { resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';

/** The command line of a desktop VS Code, where there is one and a display to show it on. */
export function findDesktop(env: NodeJS.ProcessEnv): string | undefined {
  if (!hasDisplay(env)) return undefined;
  const named = env['ANDON_VSCODE'] ?? searchPath('code', env['PATH'] ?? '');
  return named === undefined ? undefined : commandLine(named);
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

function searchPath(name: string, searched: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.cmd`] : [name];
  return searched
    .split(path.delimiter)
    .flatMap(folder => names.map(file => path.join(folder, file)))
    .find(file => fs.existsSync(file));
}

/** The program itself installs no extensions; the script in its `bin` folder does. */
function commandLine(executable: string): string {
  const real = fs.realpathSync(executable);
  if (path.basename(path.dirname(real)) === 'bin') return real;
  const script = resolveCliPathFromVSCodeExecutablePath(real);
  return fs.existsSync(script) ? script : real;
}
