import { decodeScreenshot, encodeWithPalette } from './png.ts';

/** A byte could name twice as many, which would show nothing more and take a tenth more room; with half, thin bars lose their colour. */
const MOST_COLORS = 128;

/**
 * A screenshot as a PNG with a palette, half as big. A user interface has few colours; of more than 128 the rarest, at the edges of
 * letters, are not missed: the nearest of the others stand in for them.
 */
export function withFewColors(screenshot: Buffer): Buffer {
  const { width, values } = decodeScreenshot(screenshot);
  const palette = mostFrequent(values);
  const indexes = new Map(palette.map((color, index) => [color, index]));
  for (const color of new Set(values)) {
    if (!indexes.has(color)) indexes.set(color, indexOfNearest(color, palette));
  }
  return encodeWithPalette({ width, values: values.map(color => indexes.get(color) ?? 0) }, palette);
}

function mostFrequent(colors: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return byCount.slice(0, MOST_COLORS).map(([color]) => color);
}

function indexOfNearest(color: number, palette: readonly number[]): number {
  const distances = palette.map(other => distance(color, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
  const others = partsOf(b);
  return partsOf(a).reduce((sum, part, index) => sum + (part - (others[index] ?? 0)) ** 2, 0);
}

/** Red, green and blue. */
function partsOf(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}
