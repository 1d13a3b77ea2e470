/** A small square in a look of the picture that a legend stands below. */
export function Swatch({ look }: { look: string }) {
  return (
    <svg class="swatch" width="9" height="9" aria-hidden="true">
      <rect class={look} x="0.5" y="0.5" width="8" height="8" />
    </svg>
  );
}
