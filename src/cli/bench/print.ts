import { isMissed, type Measured } from './figures.ts';

/** Prints figures as JSON by name, or as a table. */
export function printFigures(figures: readonly Measured[], asJson: boolean): void {
  if (asJson) {
    const byName = figures.map(({ name, value, unit, budget }) => [
      name,
      { value: rounded(value), unit, budget },
    ]);
    console.log(JSON.stringify(Object.fromEntries(byName), null, 2));
    return;
  }
  const rows = figures.map(figure => [figure.name, text(figure.value), figure.unit, ...verdict(figure)]);
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  for (const [name = '', value = '', unit = '', ...others] of rows) {
    const [nameWidth = 0, valueWidth = 0, unitWidth = 0] = widths;
    console.log(
      [name.padEnd(nameWidth), value.padStart(valueWidth), unit.padEnd(unitWidth), ...others]
        .join('  ')
        .trimEnd(),
    );
  }
}

function verdict(figure: Measured): string[] {
  if (figure.budget === null) return [];
  const budget = `≤ ${text(figure.budget)}`;
  if (!isMissed(figure)) return [budget];
  return [budget, figure.isRatio ? 'missed' : 'over (advice)'];
}

/** Three digits that matter; whole numbers as they are. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

function text(value: number): string {
  return String(rounded(value));
}
