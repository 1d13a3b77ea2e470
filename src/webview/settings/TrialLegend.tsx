import type { ComponentChildren } from 'preact';
import type { TrialResult } from '../../core/messages/tuning.ts';
import { MARK } from './trialLayout.ts';

/** What each mark stands for. */
export function TrialLegend({ result: { before, after } }: { result: TrialResult }) {
  return (
    <ul class="legend">
      {before && (
        <li>
          <Mark>
            <circle class="mark-before" cx="6" cy="6" r={MARK.before} />
          </Mark>
          as it is set
        </li>
      )}
      {after && (
        <li>
          <Mark>
            <circle class="mark-after" cx="6" cy="6" r={MARK.after} />
          </Mark>
          with these settings
        </li>
      )}
    </ul>
  );
}

function Mark({ children }: { children: ComponentChildren }) {
  return (
    <svg width="12" height="12" aria-hidden="true">
      {children}
    </svg>
  );
}
