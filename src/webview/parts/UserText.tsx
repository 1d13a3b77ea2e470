import { withoutControls } from '../../core/text/isolate.ts';

/**
 * Text that was recorded or that the user wrote, so it may hold anything: it cannot turn the words around it, nor end the element
 * that keeps it from that.
 */
export function UserText({ children, isDim = false }: { children: string; isDim?: boolean }) {
  return <bdi class={isDim ? 'dim' : undefined}>{withoutControls(children)}</bdi>;
}
