import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** What stands together: within it the focus goes on. */
const PLACE = '.rule, .setting';

/** When what had the focus is gone, as a button that has done its work, the keyboard goes on from what stands beside it. */
export function useFocusHeld(main: RefObject<HTMLElement | null>): void {
  const last = useRef<{ target: Element; place: Element | null; wasTry: boolean } | null>(null);
  useEffect(() => {
    const come = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const wasTry = target.closest('.trial-start') !== null;
      last.current = { target, place: target.closest(PLACE), wasTry };
    };
    document.addEventListener('focusin', come);
    return () => {
      document.removeEventListener('focusin', come);
    };
  }, []);
  useLayoutEffect(() => {
    const gone = last.current;
    if (!gone || gone.target.isConnected || !main.current) return;
    last.current = null;
    const { place, wasTry } = gone;
    const beside = wasTry ? place?.querySelector<HTMLElement>('.stat-more button') : null;
    const text = main.current.querySelector<HTMLElement>('.rule-text');
    if (beside ?? text) (beside ?? text)?.focus();
    else nextTo(place, main.current)?.focus({ preventScroll: true });
  });
}

/** The line of the rule, or the field of the setting; where that is gone too, what writes the next rule. */
function nextTo(place: Element | null, main: Element): HTMLElement | null {
  const within = place?.isConnected === true && place.querySelector<HTMLElement>('button, input, select');
  return within || main.querySelector('.rules-more button');
}
