/** What stands there for the moment before the first snapshot: the outline, and no words that would be gone at once. */
export function Skeleton() {
  return (
    <main aria-busy="true" aria-label="Andon">
      <div class="section-header" />
      <div class="skeleton-track" />
    </main>
  );
}
