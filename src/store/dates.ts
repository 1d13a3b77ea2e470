/** A date as the rollups keep it: `2026-11-22` is 20261122, which sorts as dates do. Years before 0 are negative. */
export function dateNumber(date: string): number {
  const [, year = '0', month = '0', day = '0'] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** The ISO date of such a number. */
export function isoDate(date: number): string {
  const year = Math.floor(date / 10_000);
  const inYear = date - year * 10_000;
  const sign = year < 0 ? '-' : '+';
  const yearText = year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : sign + pad(Math.abs(year), 6);
  return `${yearText}-${pad(Math.floor(inYear / 100), 2)}-${pad(inYear % 100, 2)}`;
}

/** The Monday of the week that a date lies in, as such a number. */
export function mondayOf(date: number): number {
  const year = Math.floor(date / 10_000);
  const inYear = date - year * 10_000;
  const day = new Date(Date.UTC(2000, 0, 1));
  day.setUTCFullYear(year, Math.floor(inYear / 100) - 1, inYear % 100);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
