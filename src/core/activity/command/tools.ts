import type { Purpose } from './purpose.ts';

/** A program whose first words say what it does: `cargo test`, `make all`. */
export interface Tool {
  /** Without such a word. */
  readonly alone: Purpose;
  /** With one that says nothing. */
  readonly unknown: Purpose;
  /** What words mean to this tool, beside what they mean anywhere. */
  readonly means?: { readonly [word: string]: Purpose };
  /** Every word counts, not only the first: `mvn clean install`. */
  readonly takesMany?: true;
  /** Words of the program that stand before the one that counts: `docker compose up`. */
  readonly groups?: readonly string[];
  /** Options whose value is the next word. */
  readonly valued?: readonly string[];
}

/** Programs with one purpose, whatever they are told. */
const PLAIN: { readonly [P in Purpose]?: string } = {
  build:
    'tsc vue-tsc tsgo gcc g++ cc c++ clang clang++ cl javac kotlinc scalac rustc ghc swiftc ninja samu msbuild xbuild nmake scons rollup esbuild tsup tsdown swc babel ant latexmk pdflatex xelatex lualatex tectonic sphinx-build wasm-pack ndk-build',
  test: 'jest mocha ava tap jasmine pytest py.test tox nox nose2 nosetests rspec phpunit pest ctest gotestsum behave cucumber cucumber-js robot bats busted testcafe wdio behat codecept unittest',
  git: 'git lazygit tig gitui git-lfs gitk',
  run: 'java ruby perl php lua r rscript tsx ts-node elixir erl ghci irb scala kotlin gdb lldb psql sqlite3',
  lasting:
    'nodemon watchexec watch entr http-server live-server serve json-server browser-sync ts-node-dev uvicorn gunicorn hypercorn jupyter fswatch chokidar concurrently http.server karma',
};

const GOALS: Tool = { alone: 'run', unknown: 'run', means: { check: 'test', all: 'build' }, takesMany: true };
/** What frameworks for the web have in common; alone they serve. */
const WEB: Tool = { alone: 'lasting', unknown: 'other', means: { generate: 'build', export: 'build' } };

const MAKE: Tool = {
  ...GOALS,
  alone: 'build',
  means: { check: 'test', all: 'build', install: 'build', release: 'build', debug: 'build' },
  valued: ['-C', '-f', '-I', '-o', '-W', '--directory', '--file'],
};
const GRADLE: Tool = {
  alone: 'other',
  unknown: 'other',
  means: { check: 'test', run: 'lasting', bootRun: 'lasting', installDebug: 'build' },
  takesMany: true,
  valued: ['-x', '-p', '-b', '-c', '--exclude-task', '--project-dir'],
};
const MAVEN: Tool = {
  alone: 'other',
  unknown: 'other',
  means: {
    verify: 'test',
    install: 'build',
    deploy: 'build',
    'test-compile': 'build',
    'spring-boot:run': 'lasting',
    'jetty:run': 'lasting',
    'quarkus:dev': 'lasting',
    'exec:java': 'run',
  },
  takesMany: true,
  valued: ['-f', '-pl', '-P', '-s', '-T', '-rf', '--file', '--projects'],
};
const DOCKER: Tool = {
  alone: 'other',
  unknown: 'other',
  means: { run: 'run', exec: 'run', start: 'run', up: 'lasting', bake: 'build' },
  groups: ['compose', 'buildx', 'builder', 'image', 'container'],
  valued: ['-f', '-p', '-H', '--file', '--project-name', '--host', '--context', '--profile', '--env-file'],
};
const BAZEL: Tool = { alone: 'other', unknown: 'other', means: { coverage: 'test', run: 'run' } };

/** Programs by name, in lower case and without an ending. */
export const TOOLS: ReadonlyMap<string, Purpose | Tool> = new Map<string, Purpose | Tool>([
  ...Object.entries(PLAIN).flatMap(([purpose, names]) =>
    names.split(' ').map(name => [name, purpose as Purpose] as const),
  ),
  ...same(MAKE, 'make', 'gmake', 'mingw32-make'),
  ...same(GOALS, 'just', 'task', 'go-task', 'rake', 'invoke', 'inv', 'mage', 'grunt', 'gulp'),
  ...same(GOALS, 'nx', 'turbo', 'lerna', 'rush', 'rushx', 'moon', 'ng-packagr'),
  ...same(GRADLE, 'gradle', 'gradlew'),
  ...same(MAVEN, 'mvn', 'mvnw', 'mvnd'),
  ...same(DOCKER, 'docker', 'podman', 'nerdctl', 'docker-compose', 'buildah'),
  ...same(BAZEL, 'bazel', 'bazelisk', 'buck2', 'pants', 'please', 'zig', 'dune', 'stack', 'cabal', 'meson'),
  ...same(WEB, 'vite', 'next', 'nuxt', 'nuxi', 'astro', 'gatsby', 'remix', 'storybook', 'expo', 'hugo'),
  ...same({ ...WEB, alone: 'other' }, 'tauri', 'wrangler', 'electron-forge', 'vue-cli-service', 'parcel'),
  // Both watch, unless told otherwise.
  ...same({ ...WEB, alone: 'other', means: { test: 'lasting', t: 'lasting' } }, 'ng', 'react-scripts'),
  ['webpack', { alone: 'build', unknown: 'build', valued: ['-c', '--config', '--mode', '--env'] }],
  ['vitest', { alone: 'lasting', unknown: 'test', means: { run: 'test', bench: 'test', related: 'test' } }],
  ['playwright', { alone: 'other', unknown: 'other' }],
  ['cypress', { alone: 'other', unknown: 'other', means: { run: 'test', open: 'run' } }],
  [
    'cargo',
    {
      alone: 'other',
      unknown: 'other',
      means: {
        b: 'build',
        c: 'build',
        check: 'build',
        clippy: 'build',
        doc: 'build',
        rustc: 'build',
        install: 'build',
        package: 'other',
        t: 'test',
        nextest: 'test',
        bench: 'test',
        r: 'run',
        run: 'run',
      },
      valued: ['--manifest-path', '-C', '--config'],
    },
  ],
  [
    'go',
    {
      alone: 'other',
      unknown: 'other',
      means: { install: 'build', vet: 'build', generate: 'build', run: 'run' },
      valued: ['-C'],
    },
  ],
  [
    'dotnet',
    {
      alone: 'other',
      unknown: 'run',
      means: {
        pack: 'build',
        publish: 'build',
        msbuild: 'build',
        vstest: 'test',
        restore: 'other',
        add: 'other',
      },
    },
  ],
  ['swift', { alone: 'run', unknown: 'run', valued: ['--package-path'] }],
  [
    'xcodebuild',
    {
      alone: 'build',
      unknown: 'build',
      takesMany: true,
      means: { archive: 'build', clean: 'other' },
      valued: ['-scheme', '-destination', '-project', '-workspace', '-configuration', '-sdk', '-target'],
    },
  ],
  ...same({ alone: 'other', unknown: 'other', means: { drive: 'test', run: 'run' } }, 'flutter', 'dart'),
  [
    'mix',
    {
      alone: 'run',
      unknown: 'other',
      means: { 'phx.server': 'lasting', run: 'run', 'test.watch': 'lasting' },
    },
  ],
  [
    'sbt',
    {
      alone: 'other',
      unknown: 'other',
      takesMany: true,
      means: { run: 'run', testonly: 'test', assembly: 'build' },
    },
  ],
  [
    'rails',
    { alone: 'other', unknown: 'other', means: { s: 'lasting', console: 'run', c: 'run', t: 'test' } },
  ],
  ['flask', { alone: 'other', unknown: 'other', means: { run: 'lasting' } }],
  ['artisan', { alone: 'other', unknown: 'run' }],
  ['manage', { alone: 'run', unknown: 'run', means: { runserver: 'lasting', collectstatic: 'run' } }],
  [
    'setup',
    { alone: 'run', unknown: 'run', means: { bdist_wheel: 'build', sdist: 'build', bdist: 'build' } },
  ],
  [
    'composer',
    { alone: 'other', unknown: 'other', groups: ['run', 'run-script', 'exec'], means: { start: 'lasting' } },
  ],
]);

function same(tool: Tool, ...names: string[]): [string, Tool][] {
  return names.map(name => [name, tool]);
}
