import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TuningRequest } from '../../core/messages/tuning.ts';

type Post = (request: TuningRequest) => void;

/** How the page that tunes rules and settings speaks to the host. */
export const TuningContext = createContext<Post | null>(null);

export function usePost(): Post {
  const post = useContext(TuningContext);
  if (!post) throw new Error('A part of the page stands outside of it');
  return post;
}
