import { Editor } from '../vscode/editor.ts';

/** After a failure the pictures show what the windows looked like. */
export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const name = test.fullTitle().replace(/\W+/g, '-');
    for (const editor of Editor.running) await editor.screenshots(`failed-${name}`);
  },
};
