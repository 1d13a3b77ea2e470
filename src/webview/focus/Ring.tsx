const RADIUS = 19;
const LENGTH = 2 * Math.PI * RADIUS;

/** What is left of a session, as a share of 1. The words beside it say the same. */
export function Ring({ share }: { share: number }) {
  return (
    <svg class="ring" width="44" height="44" viewBox="-22 -22 44 44" aria-hidden="true">
      <circle class="ring-track" r={RADIUS} />
      <circle
        class="ring-left"
        r={RADIUS}
        transform="rotate(-90)"
        stroke-dasharray={`${share * LENGTH} ${LENGTH}`}
      />
    </svg>
  );
}
