/** What the queue says of its items, by the ids that are recorded. */
export interface ItemNames {
  /** null: the queue does not know the item (any more). */
  nameOfItem(id: string): ItemName | null;
  /** It is work on new ground. */
  isExploration(id: string): boolean;
}

export interface ItemName {
  /** As people call it: "A-12". */
  readonly key: string;
  /** The user's text. */
  readonly title: string;
}

/** For where there is no queue. */
export const NO_ITEMS: ItemNames = { nameOfItem: () => null, isExploration: () => false };

/** Its name; for an item that the queue does not know, what was recorded of it. */
export function nameOrId(names: ItemNames, id: string): ItemName {
  return names.nameOfItem(id) ?? { key: id, title: '' };
}

/** "A-12 Fix login" */
export function itemText(names: ItemNames, id: string): string {
  const { key, title } = nameOrId(names, id);
  return title === '' ? key : `${key} ${title}`;
}
