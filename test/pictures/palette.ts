import zlib from 'node:zlib';

/** Width, height and the colours of a picture, row by row, each 0xRRGGBB. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colors: Uint32Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const MOST_COLORS = 256;
const RGB = 2;
const INDEXED = 3;

/**
 * A PNG as browsers write it, without transparency, with at most 256 colours by number: a picture of an interface has hardly
 * more, and takes a third of the room. Colours that are rarer become the one that is nearest.
 */
export function inPalette(png: Buffer): Buffer {
  const picture = decode(png);
  const { width, height, colors } = picture;
  const palette = commonColors(colors);
  const numbers = new Map(palette.map((color, number) => [color, number]));
  const rows = Buffer.alloc((width + 1) * height);
  colors.forEach((color, i) => {
    let number = numbers.get(color);
    if (number === undefined) {
      number = nearest(color, palette);
      numbers.set(color, number);
    }
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = number;
  });
  return encode(picture, palette, rows);
}

function commonColors(colors: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return byCount.slice(0, MOST_COLORS).map(([color]) => color);
}

function nearest(color: number, palette: readonly number[]): number {
  const distances = palette.map(other => distance(color, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

function decode(png: Buffer): Picture {
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += 12 + length;
  }
  if (header?.[8] !== 8 || header[9] !== RGB || header[12] !== 0) throw new Error('not such a PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, colors: unfilter(zlib.inflateSync(Buffer.concat(data)), width, height) };
}

/** Each byte was written as its difference from what the filter of its row foretells. */
function unfilter(raw: Buffer, width: number, height: number): Uint32Array {
  const stride = width * 3;
  const bytes = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= 3 ? (bytes[at - 3] ?? 0) : 0;
      const above = y > 0 ? (bytes[at - stride] ?? 0) : 0;
      const corner = x >= 3 && y > 0 ? (bytes[at - stride - 3] ?? 0) : 0;
      bytes[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  return Uint32Array.from({ length: width * height }, (_, i) => bytes.readUIntBE(i * 3, 3));
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

/** The neighbour that is nearest to left + above − corner. */
function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function encode({ width, height }: Picture, palette: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  const colors = Buffer.alloc(palette.length * 3);
  palette.forEach((color, number) => colors.writeUIntBE(color, number * 3, 3));
  const data = zlib.deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    ...[chunk('IHDR', header), chunk('PLTE', colors), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))],
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, check]);
}
