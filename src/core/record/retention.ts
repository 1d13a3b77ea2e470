/**
 * The first day that is kept, as an ISO date, where records of the last `months` months are: the same day of the month so many
 * months before `today` (ISO date), or the last day of that month where it is shorter. null: all days are kept (0 months).
 */
export function firstKeptDay(today: string, months: number): string | null {
  if (months <= 0) return null;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const kept = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth)));
  return kept.toISOString().slice(0, 10);
}
