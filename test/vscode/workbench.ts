import path from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { COLOR_THEMES, WORKBENCH_CLASSES, type ColorThemeKind } from './colorThemes.ts';
import { TEST_RESULTS } from './paths.ts';
import { hasUserSettings, mergedUserSettings, type Settings } from './userSettings.ts';

const START_TIMEOUT_MS = 90_000;
/** Only what is missing takes so long; a busy machine may need ten seconds for what is usually there at once. */
const TIMEOUT_MS = 60_000;
const WEBVIEW = 'iframe.webview.ready[src*="extensionId=andon.andon"]';

/** One window of VS Code, in the words of somebody who uses it. */
export class Workbench {
  readonly page: Page;
  readonly #userDataFolder: string;

  static async open(page: Page, url: string, userDataFolder: string): Promise<Workbench> {
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: START_TIMEOUT_MS });
    return new Workbench(page, userDataFolder);
  }

  private constructor(page: Page, userDataFolder: string) {
    this.page = page;
    this.#userDataFolder = userDataFolder;
  }

  /** Runs a command by its whole title in the palette, such as "Andon: Pause Recording". */
  async runCommand(title: string): Promise<void> {
    // Earlier commands stand first, so the row is found by its text.
    await this.#pick('F1', `>${title}`, title);
  }

  /** Opens a file of the folder by the end of its path and puts the cursor into it. */
  async openFile(name: string): Promise<void> {
    await this.#pick('Control+p', name, path.basename(name));
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
    await this.#activeEditor.click();
  }

  /** Types into whatever has the focus, `delayMs` between two keys. */
  async type(text: string, delayMs = 20): Promise<void> {
    await this.page.keyboard.type(text, { delay: delayMs });
  }

  /** Pastes a text at the cursor, all at once; the editor has it a moment later. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.page.keyboard.press('Control+v');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Answers the input box or pick that is open. */
  async answer(text: string): Promise<void> {
    await this.#quickInput.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** An item of the status bar, by default Andon's. */
  statusBarItem(id = 'andon.andon.andon.status'): Locator {
    return this.page.locator(`[id="${id}"]`);
  }

  /** The text of the tooltip that comes when the mouse rests on something, once it is as expected. */
  async hoverText(target: Locator, expected: RegExp): Promise<string> {
    const hovers = this.page.locator('.workbench-hover:visible, .monaco-hover:visible');
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      // A hover that is open stays as it was, and a mouse that is there already opens none.
      await this.page.mouse.move(640, 300);
      await target.hover({ timeout: 2_000 }).catch(() => undefined);
      await hovers
        .filter({ hasText: expected })
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
      const seen = await hovers.allInnerTexts();
      const text = seen.find(one => expected.test(one));
      if (text !== undefined) return text;
      if (Date.now() > deadline)
        throw new Error(`no hover says ${String(expected)}: ${JSON.stringify(seen)}`);
    }
  }

  /** Opens a view container by its name in the activity bar. */
  async openViewContainer(name = 'Andon'): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`).first();
    const open = this.page.locator(`.activitybar .action-item.checked:has(a[aria-label^="${name}"])`).first();
    await item.waitFor();
    // A click closes what is open: a window that is just coming back opens what was open by itself.
    await this.#repeat(`${name} did not open`, open, async () => {
      if ((await open.count()) === 0) await item.click();
    });
  }

  /** The inside of Andon's webview; with several of them, the `index`-th. */
  webview(index = 0): FrameLocator {
    return this.page.locator(WEBVIEW).nth(index).contentFrame().frameLocator('iframe#active-frame');
  }

  /** The same as a frame, to run script in. */
  async webviewFrame(index = 0): Promise<Frame> {
    const outer = await this.page.locator(WEBVIEW).nth(index).elementHandle();
    const inner = await (await outer.contentFrame())?.waitForSelector('iframe#active-frame');
    const frame = await inner?.contentFrame();
    if (frame == null) throw new Error('the webview has no frame');
    return frame;
  }

  /** A notification toast with that text; wait for it, or click a button of it by `getByRole`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** A modal dialog with that text. */
  dialog(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box', { hasText: text });
  }

  /** Changes the user's settings as a user does, in the JSON editor: VS Code on the web does not watch the file. */
  async changeSettings(settings: Settings): Promise<void> {
    const isDone = () => hasUserSettings(this.#userDataFolder, settings);
    const deadline = Date.now() + TIMEOUT_MS;
    while (!isDone()) {
      if (Date.now() > deadline) throw new Error(`the settings did not change: ${await this.#editorState()}`);
      await this.runCommand('Preferences: Open User Settings (JSON)');
      await this.page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
      await this.#activeEditor.click();
      await this.page.keyboard.press('Control+a');
      await this.paste(mergedUserSettings(this.#userDataFolder, settings));
      // It shows as changed, or was saved already: VS Code does so where it has a setting of its own to write just then.
      await this.#seen(this.page.locator('.tab.active.dirty'));
      await this.page.keyboard.press('Control+s');
      if (isDone() || (await this.#holdsWithin(3_000, isDone))) break;
      // What is there is not what stands in the file: the next attempt begins with what does.
      await this.runCommand('File: Revert File');
      await this.runCommand('View: Close Editor');
    }
    if (await this.page.locator('.tab.active', { hasText: 'settings.json' }).isVisible()) {
      await this.page.locator('.tab.active:not(.dirty)').waitFor();
      await this.runCommand('View: Close Editor');
    }
  }

  async setColorTheme(kind: ColorThemeKind): Promise<void> {
    await this.changeSettings({ 'workbench.colorTheme': COLOR_THEMES[kind] });
    await this.page.locator(`.monaco-workbench.${WORKBENCH_CLASSES[kind]}`).waitFor();
  }

  /** Makes the window think that another program has the focus: a browser under test keeps all its pages focused. */
  async blur(): Promise<void> {
    await this.page.evaluate('document.hasFocus = () => false; window.dispatchEvent(new Event("blur"))');
  }

  /** Gives the window its focus back after `blur`. */
  async focus(): Promise<void> {
    // The workbench takes no notice of `focus` where an element of it got the focus meanwhile, but asks anew when it may be seen.
    await this.page.evaluate(`delete document.hasFocus;
      window.dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));`);
  }

  /** Takes a picture of the window, or of a part of it, into the test results; answers where it is. */
  async screenshot(name: string, part?: Locator): Promise<string> {
    const file = path.join(TEST_RESULTS, 'screenshots', `${name}.png`);
    await (part ?? this.page).screenshot({ path: file });
    return file;
  }

  /** Closes the window in order, so that `deactivate()` runs. */
  async close(): Promise<void> {
    await this.page.close();
  }

  /** Opens the palette by a key, types, and clicks a row. What takes the focus meanwhile closes it: then all begins anew. */
  async #pick(key: string, text: string, rowText: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: rowText }).first();
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      try {
        await this.page.keyboard.press(key);
        await this.#quickInput.fill(text, { timeout: 3_000 });
        await row.click({ timeout: 8_000 });
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  /** A key that is pressed, or a click that comes, while a window is busy may go nowhere: do it again until its effect is seen. */
  async #repeat(otherwise: string, effect: Locator, action: () => Promise<void>): Promise<void> {
    const deadline = Date.now() + TIMEOUT_MS;
    do {
      await action();
      if (await this.#seen(effect)) return;
    } while (Date.now() < deadline);
    throw new Error(otherwise);
  }

  /** Whether something shows within three seconds. */
  async #seen(effect: Locator): Promise<boolean> {
    return effect.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  }

  async #holdsWithin(ms: number, condition: () => boolean): Promise<boolean> {
    for (const deadline = Date.now() + ms; Date.now() < deadline;) {
      if (condition()) return true;
      await this.page.waitForTimeout(100);
    }
    return condition();
  }

  /** What stands in the way, for whoever reads of a failure without seeing the window. */
  async #editorState(): Promise<string> {
    const texts = (locator: string) => this.page.locator(locator).allInnerTexts();
    return JSON.stringify({
      tabs: await texts('.tab'),
      editor: await texts('.editor-group-container.active .monaco-editor .view-lines'),
      notifications: await texts('.notification-toast'),
      dialogs: await texts('.monaco-dialog-box'),
      focus: await this.page.evaluate<string>('document.activeElement?.className ?? ""'),
    });
  }

  get #activeEditor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
  }

  get #quickInput(): Locator {
    return this.page
      .locator('.quick-input-widget:visible input.input, .quick-input-widget:visible input[type="text"]')
      .first();
  }
}
