import * as vscode from 'vscode';
import { previewText } from '../../core/queue/preview.ts';
import { quickAdd } from '../../core/queue/quickAdd.ts';
import { withoutMarkup } from '../../core/text/inMessage.ts';

export interface LineQuestion {
  readonly title: string;
  readonly value?: string;
  /** The local day, an ISO date. */
  readonly today: string;
}

const PROMPT = 'What is to be done? #label ~2h !high due:fri @waiting; Enter saves, Escape does not.';

/**
 * Asks for a line of quick add, and shows below it what it is understood as while it is written. A line with something that was not
 * understood is saved by a second Enter only, once that was seen. undefined: never mind.
 */
export function askForLine({ title, value = '', today }: LineQuestion): Promise<string | undefined> {
  return new Promise(resolve => {
    const box = vscode.window.createInputBox();
    /** The line whose problems are on the screen. */
    let warned: string | null = null;
    box.title = title;
    box.prompt = PROMPT;
    box.placeholder = 'fix login #bug ~2h !high due:fri';
    box.value = value;
    const show = () => {
      box.validationMessage = messageOf(box.value, today, warned === box.value);
    };
    box.onDidChangeValue(show);
    box.onDidAccept(() => {
      const line = quickAdd(box.value, today);
      if (box.value.trim() === '') box.hide();
      if (line.title === '') return;
      if (line.problems.length > 0 && warned !== box.value) {
        warned = box.value;
        show();
        return;
      }
      resolve(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    show();
    box.show();
  });
}

function messageOf(
  text: string,
  today: string,
  isWarned: boolean,
): vscode.InputBoxValidationMessage | undefined {
  if (text.trim() === '') return undefined;
  const line = quickAdd(text, today);
  const preview = previewText(line, today);
  const problems = line.problems.map(({ message }) => message).join(' ');
  if (line.title === '')
    return { message: withoutMarkup(problems), severity: vscode.InputBoxValidationSeverity.Error };
  if (problems === '')
    return { message: withoutMarkup(preview), severity: vscode.InputBoxValidationSeverity.Info };
  return {
    message: withoutMarkup(`${problems} ${isWarned ? 'Enter once more saves' : 'Understood'}: ${preview}`),
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}
