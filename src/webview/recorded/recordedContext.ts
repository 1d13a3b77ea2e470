import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RecordedRequest } from '../../core/messages/recorded.ts';

type Post = (request: RecordedRequest) => void;

/** How the page “What is recorded” speaks to the host. */
export const RecordedContext = createContext<Post | null>(null);

export function usePost(): Post {
  const post = useContext(RecordedContext);
  if (!post) throw new Error('A part of the page stands outside of it');
  return post;
}
