import type { NamedItem } from '../../core/messages/focus.ts';

/** "A-12 Fix login" */
export function ItemText({ item: { key, title } }: { item: NamedItem }) {
  return (
    <>
      <span class="dim">{key}</span> <bdi>{title}</bdi>
    </>
  );
}
