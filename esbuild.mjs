// Builds the extension and its webviews into dist/: `node esbuild.mjs [--production] [--watch]`.
import fs from 'node:fs';
import process from 'node:process';
import * as esbuild from 'esbuild';

const isProduction = process.argv.includes('--production');
const isWatching = process.argv.includes('--watch');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: !isProduction,
  logLevel: isWatching ? 'info' : 'warning',
};

/**
 * At start VS Code loads extension.cjs and nothing else; that requires house.cjs once there is nothing more urgent.
 * @type {esbuild.Plugin}
 */
const houseApart = {
  name: 'house apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/house\.ts$/ }, () => ({ path: './house.cjs', external: true }));
  },
};

/** @type {esbuild.BuildOptions} */
const host = {
  ...common,
  // .cjs: VS Code requires its extensions, and package.json says that .js are modules.
  entryPoints: { extension: 'src/extension.ts', house: 'src/house.ts' },
  plugins: [houseApart],
  // import() of house.cjs becomes require(): only in what is required does VS Code provide `vscode` everywhere.
  supported: { 'dynamic-import': false },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['vscode'],
  mainFields: ['module', 'main'],
};

/** @type {esbuild.BuildOptions} */
const webviews = {
  ...common,
  entryPoints: webviewEntries(),
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  // Fonts stay files beside the style sheet: a webview's content policy need not allow data: addresses.
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

// What an earlier build left must not get into the package.
fs.rmSync('dist', { recursive: true, force: true });
if (isWatching) {
  for (const options of [host, webviews]) await (await esbuild.context(options)).watch();
} else {
  await Promise.all([host, webviews].map(options => esbuild.build(options)));
}

/** `src/webview/main.tsx` becomes main.js, `src/webview/NAME/main.tsx` becomes NAME.js. */
function webviewEntries() {
  const files = fs.globSync(['src/webview/main.tsx', 'src/webview/*/main.tsx']);
  return files.map(file => {
    const [folder] = file.split(/[\\/]/).slice(2, -1);
    return { in: file, out: folder ?? 'main' };
  });
}
