import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Boundary } from './parts/Boundary.tsx';
import { PageContext, type PageServices } from './pageContext.ts';
import { choose, keepUiState, restoreUiState, toggle } from './uiState.ts';

interface PageProps {
  /** The same at every drawing, as the next one. */
  readonly openSetting: PageServices['openSetting'];
  readonly openRecord: PageServices['openRecord'];
  readonly nameAway: PageServices['nameAway'];
  readonly children: ComponentChildren;
}

/** What stands around every page: it knows what is open, also after a reload. */
export function Page({ openSetting, openRecord, nameAway, children }: PageProps) {
  const [state, setState] = useState(restoreUiState);
  useLayoutEffect(() => {
    keepUiState(state);
  }, [state]);
  const services = useMemo(
    (): PageServices => ({
      ...state,
      toggle: id => {
        setState(now => toggle(now, id));
      },
      choose: (place, value) => {
        setState(now => choose(now, place, value));
      },
      openSetting,
      openRecord,
      nameAway,
    }),
    [state, openSetting, openRecord, nameAway],
  );
  return (
    <PageContext value={services}>
      <Boundary>{children}</Boundary>
    </PageContext>
  );
}
