// Builds the extension and its webviews into dist/: `node esbuild.mjs [--production] [--watch]`.
import fs from 'node:fs';
import path from 'node:path';
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
 * VS Code loads extension.cjs; what is imported by import() is loaded when it is needed, from files of its own. esbuild splits
 * ES modules only, and `vscode` is there only for what is required: each file is made CommonJS once it is split.
 * @type {esbuild.BuildOptions}
 */
const host = {
  ...common,
  // .cjs: VS Code requires its extensions, and package.json says that .js are modules.
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  chunkNames: '[name]-[hash]',
  platform: 'node',
  format: 'esm',
  splitting: true,
  sourcemap: isProduction ? false : 'inline',
  write: false,
  metafile: true,
  target: 'node22',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  plugins: [
    { name: 'house first', setup: loadAfterHouse },
    { name: 'write as CommonJS', setup: writeAsCommonJs },
  ],
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

/**
 * What is loaded later leans on what the house has loaded. Said aloud, it keeps all that in one file: else every part that is
 * shared by others would become a file of its own.
 * @param {esbuild.PluginBuild} build
 */
function loadAfterHouse(build) {
  const house = path.resolve('src/house.ts');
  build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, resolveDir, path: name }) => {
    const file = path.resolve(resolveDir, name);
    return kind === 'dynamic-import' && file !== house ? { path: file, namespace: 'later' } : undefined;
  });
  build.onLoad({ filter: /./, namespace: 'later' }, ({ path: file }) => ({
    contents: `import ${JSON.stringify(house)}; export * from ${JSON.stringify(file)};`,
    resolveDir: path.dirname(file),
  }));
}

/** @param {esbuild.PluginBuild} build */
function writeAsCommonJs(build) {
  /** @type {Set<string>} What the build before this one wrote. */
  let written = new Set();
  build.onEnd(async ({ outputFiles = [], metafile }) => {
    if (outputFiles.length === 0) return;
    fs.mkdirSync('dist', { recursive: true });
    for (const file of outputFiles) fs.writeFileSync(file.path, await asCommonJs(file.text));
    // Which file loads which, and when: test/sizes.ts reads it.
    fs.writeFileSync('dist/host.json', JSON.stringify(metafile?.outputs));
    const paths = new Set(outputFiles.map(file => file.path));
    for (const old of written.difference(paths)) fs.rmSync(old);
    written = paths;
  });
}

/** @param {string} text */
async function asCommonJs(text) {
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    target: 'node22',
    // import() becomes require().
    supported: { 'dynamic-import': false },
    minify: isProduction,
    sourcemap: isProduction ? false : 'inline',
  });
  return code;
}
