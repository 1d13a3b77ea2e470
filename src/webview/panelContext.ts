import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelRequest } from '../core/messages/panel.ts';
import type { Toggled } from './uiState.ts';

/** What every part of the panel may use. */
export interface PanelServices {
  readonly toggled: Toggled;
  readonly toggle: (id: string) => void;
  readonly post: (request: PanelRequest) => void;
}

export const PanelContext = createContext<PanelServices | null>(null);

export function usePanel(): PanelServices {
  const services = useContext(PanelContext);
  if (!services) throw new Error('A part of the panel stands outside of it');
  return services;
}
