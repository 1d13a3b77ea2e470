import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RecordFilter } from '../core/audit/filterSchema.ts';
import type { SettingKey } from '../core/settings.ts';
import type { UiState } from './uiState.ts';

/** What every part may use, whichever page it stands on. */
export interface PageServices extends UiState {
  /** Opens what is closed, and closes what is open. */
  readonly toggle: (id: string) => void;
  /** Says what a place is to show. */
  readonly choose: (place: string, value: string) => void;
  readonly openSetting: (key: SettingKey) => void;
  /** Shows what of the record a filter lets through. */
  readonly openRecord: (filter: RecordFilter) => void;
  /** Lets the user say what a time away was. */
  readonly nameAway: () => void;
}

export const PageContext = createContext<PageServices | null>(null);

export function usePage(): PageServices {
  const services = useContext(PageContext);
  if (!services) throw new Error('A part stands outside of every page');
  return services;
}
