const RADIUS = 19;
const LENGTH = 2 * Math.PI * RADIUS;

interface RingProps {
  /** What is left, of 1. */
  readonly share: number;
  /** Of a break. */
  readonly isQuiet: boolean;
}

/** What is left of a session. The words beside it say the same. */
export function Ring({ share, isQuiet }: RingProps) {
  return (
    <svg class="ring" width="44" height="44" viewBox="-22 -22 44 44" aria-hidden="true">
      <circle class="ring-track" r={RADIUS} />
      <circle
        class={isQuiet ? 'ring-left ring-quiet' : 'ring-left'}
        r={RADIUS}
        transform="rotate(-90)"
        stroke-dasharray={`${share * LENGTH} ${LENGTH}`}
      />
    </svg>
  );
}
