import type { ComponentChildren } from 'preact';
import { Choice } from '../parts/Choice.tsx';
import type { HeadView, Range, Step } from './headOf.ts';
import { usePost } from './statsContext.ts';

const RANGES: readonly { readonly value: Range; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'record', label: 'Record' },
];

/** What is looked at, and the ways to something else. */
export function Head({ head: { title, aside, steps, shown, ranges } }: { head: HeadView }) {
  const post = usePost();
  return (
    <header class="head">
      <h1 tabindex={-1}>{title}</h1>
      {aside !== '' && <p class="dim">{aside}</p>}
      <div class="head-ways">
        {steps && (
          <div class="steps" role="group" aria-label="Go to">
            <StepButton step={steps.earlier}>
              <Arrow path="M10 3.5 5.5 8 10 12.5" />
            </StepButton>
            <StepButton step={steps.current}>{steps.current.label}</StepButton>
            <StepButton step={steps.later}>
              <Arrow path="M6 3.5 10.5 8 6 12.5" />
            </StepButton>
          </div>
        )}
        <Choice
          label="Show"
          options={RANGES}
          chosen={shown}
          onChoose={range => {
            post(ranges[range]);
          }}
        />
      </div>
    </header>
  );
}

/** A way that leads nowhere just now keeps the focus: it is told so, not taken away. */
function StepButton({ step: { label, request }, children }: { step: Step; children: ComponentChildren }) {
  const post = usePost();
  return (
    <button
      type="button"
      class="step"
      aria-label={label}
      title={label}
      aria-disabled={request === null}
      onClick={() => {
        if (request) post(request);
      }}
    >
      {children}
    </button>
  );
}

function Arrow({ path }: { path: string }) {
  return (
    <svg class="chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
