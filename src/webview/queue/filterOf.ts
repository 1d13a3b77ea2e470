import type { ItemView } from '../../core/messages/queue.ts';

type Findable = Pick<ItemView, 'key' | 'title' | 'labels'>;

/** Whether an item has every word of `filter`: in its key or title, or, of words with `#`, at the beginning of a label. */
export function filterOf(filter: string): (item: Findable) => boolean {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  return ({ key, title, labels }) => {
    if (words.length === 0) return true;
    const text = folded(`${key} ${title}`);
    return words.every(word =>
      word.startsWith('#') ? labels.some(label => label.startsWith(word.slice(1))) : text.includes(word),
    );
  };
}

/** As it is compared: neither case nor the way an accent is written matters. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
