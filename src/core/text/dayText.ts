const FORMAT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Mon 16 Nov" of an ISO date. */
export function dayText(date: string): string {
  return FORMAT.format(Date.parse(date)).replace(',', '');
}
