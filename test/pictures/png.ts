import zlib from 'node:zlib';

/** One number a pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly values: readonly number[];
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Of a chunk: its length and type before the data, a check after it. */
const FRAME_BYTES = 12;
const TRUE_COLOR = 2;
const PALETTE = 3;

/** Reads a PNG as Chromium takes screenshots, three bytes a pixel, into colours: 0xRRGGBB. Throws for any other. */
export function decodeScreenshot(png: Buffer): Pixels {
  const header = dataOf(png, 'IHDR');
  const width = header.readUInt32BE(0);
  if (header[8] !== 8 || header[9] !== TRUE_COLOR || header[12] !== 0) {
    throw new Error('This is no PNG as Chromium takes screenshots');
  }
  const rows = unfiltered(zlib.inflateSync(dataOf(png, 'IDAT')), 3 * width, 3);
  const values = rows.flatMap(row => Array.from({ length: width }, (_, x) => row.readUIntBE(3 * x, 3)));
  return { width, values };
}

/** A PNG of pixels that are indexes of colours (0xRRGGBB, at most 256). */
export function encodeWithPalette({ width, values }: Pixels, palette: readonly number[]): Buffer {
  const height = values.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE], 8);
  const colors = Buffer.alloc(3 * palette.length);
  palette.forEach((color, index) => colors.writeUIntBE(color, 3 * index, 3));
  // Each row begins with the byte of its filter: none.
  const rows = Array.from({ length: height }, (_, y) => [0, ...values.slice(y * width, (y + 1) * width)]);
  const data = zlib.deflateSync(Buffer.from(rows.flat()), { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What all chunks of a type hold together. */
function dataOf(png: Buffer, type: string): Buffer {
  const found: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === type) found.push(png.subarray(at + 8, at + 8 + length));
    at += length + FRAME_BYTES;
  }
  return Buffer.concat(found);
}

/** The rows of a picture: in a PNG each byte may stand as the difference to its neighbours. */
function unfiltered(bytes: Buffer, rowBytes: number, pixelBytes: number): Buffer[] {
  const rows: Buffer[] = [];
  let above = Buffer.alloc(rowBytes);
  for (let at = 0; at < bytes.length; at += rowBytes + 1) {
    const row = Buffer.alloc(rowBytes);
    for (let x = 0; x < rowBytes; x++) {
      const left = row[x - pixelBytes] ?? 0;
      const aboveLeft = above[x - pixelBytes] ?? 0;
      row[x] = (bytes[at + 1 + x] ?? 0) + predicted(bytes[at] ?? 0, left, above[x] ?? 0, aboveLeft);
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

/** What a filter, by its number in the standard, expects a byte to be. */
function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4:
      return nearestTo(left + above - aboveLeft, [left, above, aboveLeft]);
    default:
      return 0;
  }
}

function nearestTo(value: number, candidates: readonly number[]): number {
  return candidates.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(zlib.crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
