/**
 * A mark for each activity beside its colour. Reviewing always wears its own, as it shares the colour of reading; high-contrast
 * themes show all of them (see `timeline.css`).
 */
export function Patterns() {
  return (
    <defs>
      {Object.entries(MARKS).map(([activity, marks]) => (
        <pattern key={activity} id={`pattern-${activity}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class={`colour-${activity}`} width="6" height="6" />
          <path class="pattern-mark" d={marks} />
        </pattern>
      ))}
    </defs>
  );
}

/** Coding, the most common, has none. */
const MARKS = {
  reading: 'M-1 1 1 -1M0 6 6 0M5 7 7 5',
  reviewing: 'M1 1.5H3M4 4.5H6',
  debugging: 'M2 0V6',
  building: 'M0 2H6',
  testing: 'M0 2H6M2 0V6',
  terminal: 'M0 6 6 0M0 0 6 6',
};
