/**
 * A length of time as people say it: "0 min", "12 s", "40 min", "2 h 05". Under a minute in seconds; above, whole minutes,
 * rounded down so that a sum never shows more than its parts. Takes milliseconds, at least 0.
 */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds === 0) return '0 min';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
