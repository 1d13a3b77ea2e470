import { Icon, type IconName } from '../parts/Icon.tsx';

type Action = 'main' | 'done' | 'menu';

interface ItemActionsProps {
  readonly isRunning: boolean;
  readonly isClosed: boolean;
  /** One row of the list is the current one; only its buttons are in the tab order. */
  readonly isCurrent: boolean;
  readonly onCommand: (action: Action) => void;
}

/** What is done most, for the mouse; each has a key in the list too. */
export function ItemActions({ isRunning, isClosed, isCurrent, onCommand }: ItemActionsProps) {
  const button = (icon: IconName, action: Action, name: string, key: string) => (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={`${name} (${key})`}
      tabindex={isCurrent ? 0 : -1}
      onClick={() => {
        onCommand(action);
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <span class="item-actions">
      {!isClosed &&
        (isRunning
          ? button('stop', 'main', 'Stop its clock', 'Enter')
          : button('play', 'main', 'Start', 'Enter'))}
      {button('check', 'done', isClosed ? 'Not done' : 'Done', 'Space')}
      {button('more', 'menu', 'More…', 'Shift+F10')}
    </span>
  );
}
