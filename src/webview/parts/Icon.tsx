/** Codicons, drawn: a few shapes need no icon font. */
const SHAPES = {
  play: 'M5.5 3.5v9l7-4.5z',
  stop: 'M4.5 4.5h7v7h-7z',
  check: 'M3 8.6l3.2 3.2L13 4.6',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  sort: 'M4.5 3v9.5m0 0L2.3 10.3m2.2 2.2 2.2-2.2M8.5 4.5h5.5M8.5 8h4M8.5 11.5h2.5',
} as const;
export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
