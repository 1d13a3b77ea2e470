import path from 'node:path';

/** The root of this repository. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** Everything that is downloaded or kept between runs lies here; git ignores it and it may be deleted at any time. */
export const CACHE = path.join(REPOSITORY, '.vscode-test');

/** What a test run leaves behind for a human to look at: results, logs, screenshots. */
export const TEST_RESULTS = path.join(REPOSITORY, 'test-results');

/** The VSIX that `npm run package` writes. */
export const VSIX = path.join(REPOSITORY, 'andon.vsix');
