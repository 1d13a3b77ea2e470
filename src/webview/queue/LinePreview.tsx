import type { QuickAdd, QuickAddProblem } from '../../core/queue/quickAdd.ts';
import { dayText, GROUP_NAMES, minutesText } from './itemText.ts';
import { useSettled } from '../parts/useSettled.ts';

interface LinePreviewProps {
  readonly id: string;
  readonly text: string;
  /** null: nothing is written. */
  readonly understood: QuickAdd | null;
  /** Shows in the field where a problem is. */
  readonly onShow: (problem: QuickAddProblem) => void;
}

/** Long enough that a screen reader is not interrupted at every letter. */
const SETTLED_MS = 900;

/** What was understood of a line, as it would be saved, and what was not. */
export function LinePreview({ id, text, understood, onShow }: LinePreviewProps) {
  const spoken = useSettled(understood ? spokenLine(understood) : '', SETTLED_MS);
  return (
    <>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
      {understood && (
        <div class="line-preview" id={id}>
          {understood.title !== '' && <Summary understood={understood} />}
          {understood.problems.map((problem, index) => (
            <button
              type="button"
              key={index}
              class="line-problem"
              title="Show where"
              onClick={() => {
                onShow(problem);
              }}
            >
              {problemText(problem, text)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Summary({ understood }: { understood: QuickAdd }) {
  const { title, labels } = understood;
  return (
    <p class="line-summary">
      <span>{stateText(understood)}:</span> <bdi class="line-title">{title}</bdi>
      {facts(understood).map(fact => (
        <span key={fact}>{fact}</span>
      ))}
      {labels.map(label => (
        <bdi key={label} class="badge">
          {label}
        </bdi>
      ))}
    </p>
  );
}

function facts({ budgetMinutes, priority, due }: QuickAdd): string[] {
  return [
    budgetMinutes === null ? '' : `~${minutesText(budgetMinutes)}`,
    priority === null ? '' : `${priority} priority`,
    due === null ? '' : `due ${dayText(due)}`,
  ].filter(Boolean);
}

function stateText({ state }: QuickAdd): string {
  return GROUP_NAMES[state === 'done' || state === 'dropped' ? 'closed' : state];
}

function spokenLine(understood: QuickAdd): string {
  const { title, labels, problems } = understood;
  const item = [stateText(understood), title, ...facts(understood), ...labels.map(label => `label ${label}`)];
  return [title === '' ? '' : item.join(', '), ...problems.map(({ message }) => message)]
    .filter(Boolean)
    .join('. ');
}

/** Names the words that it is about, unless it does so by itself. */
function problemText({ message, start, end }: QuickAddProblem, text: string): string {
  const isAboutAll = start === 0 && end === text.length;
  return isAboutAll || message.startsWith('“') ? message : `“${text.slice(start, end)}”: ${message}`;
}
