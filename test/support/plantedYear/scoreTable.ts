import { falseAWeek, type Score } from './score.ts';
import { STRENGTHS } from './truth.ts';

/** The score as lines: found of planted by strength, and false findings a week, rule by rule. */
export function scoreTable(score: Score): string {
  const header = ['rule', ...STRENGTHS.map(strength => strength.toFixed(1)), 'false a week'];
  const rows = score.rules.map(({ rule, recall, falseFindings }) => [
    rule,
    ...recall.map(({ found, planted }) => (planted === 0 ? '–' : `${found}/${planted}`)),
    (falseFindings.length / score.weeks).toFixed(2),
  ]);
  const total = ['all', ...STRENGTHS.map(() => ''), falseAWeek(score).toFixed(2)];
  return markdown([header, ...rows, total]);
}

function markdown([header = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rows].map(row => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell[column === 0 ? 'padEnd' : 'padStart'](widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}
