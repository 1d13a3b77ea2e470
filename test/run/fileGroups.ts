/**
 * Which test files share a process, when each should have one of its own: `all` of them, unless `mochaArgs` name some. Options
 * such as `--grep` may leave a file without a test, so with options the files stay together.
 */
export function fileGroups(all: readonly string[], mochaArgs: readonly string[]): string[][] {
  const named = mochaArgs.filter(isTestFile);
  const files = named.length > 0 ? named : [...all];
  return named.length < mochaArgs.length ? [files] : files.map(file => [file]);
}

export function isTestFile(arg: string): boolean {
  return arg.endsWith('.ts');
}
