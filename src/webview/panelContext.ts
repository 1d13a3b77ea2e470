import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelRequest } from '../core/messages/panel.ts';
import { usePage, type PageServices } from './pageContext.ts';

type Post = (request: PanelRequest) => void;

/** What every part of the panel may use. */
export interface PanelServices extends PageServices {
  readonly post: Post;
}

/** How the panel speaks to the host. */
export const PanelContext = createContext<Post | null>(null);

export function usePanel(): PanelServices {
  const page = usePage();
  const post = useContext(PanelContext);
  if (!post) throw new Error('A part of the panel stands outside of it');
  return { ...page, post };
}
