import { useLayoutEffect } from 'preact/hooks';
import type { TuningView } from '../../core/messages/tuning.ts';
import { usePage } from '../pageContext.ts';
import { OPEN_RULE } from './places.ts';

/** A page that is there long after the user asked, as after a reload, stays as it was. */
const SOON_MS = 10_000;

/** Opens the rule that the user asked for; `before` lets nothing stand in the way of seeing it. */
export function useWantedRule(tuning: TuningView | null, before: () => void): void {
  const { choose } = usePage();
  const { id, at = 0 } = tuning?.wanted ?? {};
  useLayoutEffect(() => {
    if (id === undefined || Date.now() - at > SOON_MS) return;
    before();
    const own = tuning?.custom.find(rule => rule.id === id);
    choose(OPEN_RULE, own ? `custom:${own.index}` : id);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('.rule-line[aria-expanded="true"]')?.focus();
    });
  }, [at]);
}
