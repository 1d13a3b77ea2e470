/** The codicons chevron-right and chevron-down, drawn: two shapes need no icon font. */
export function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <svg class="chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={isOpen ? 'M3.7 6 8 10.3 12.3 6' : 'M6 3.7 10.3 8 6 12.3'} />
    </svg>
  );
}
