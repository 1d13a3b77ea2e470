import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StatsRequest } from '../../core/messages/stats.ts';

type Post = (request: StatsRequest) => void;

/** How the stats speak to the host. */
export const StatsContext = createContext<Post | null>(null);

export function usePost(): Post {
  const post = useContext(StatsContext);
  if (!post) throw new Error('A part of the stats stands outside of them');
  return post;
}
