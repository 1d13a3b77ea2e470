/** Reads the rows of single pages of a database file, by sqlite.org/fileformat.html, without the tree that they belong to. */

export type Value = number | string | null;

export interface PageRow {
  /** null: of a table without row ids. */
  readonly rowId: number | null;
  readonly values: readonly Value[];
}

const INDEX_INTERIOR = 0x02;
const INDEX_LEAF = 0x0a;
const TABLE_LEAF = 0x0d;

/** The rows that stand whole on a page: none on a page of another kind, or that is broken. Long rows go on elsewhere: not those. */
export function rowsOfPage(page: Buffer): PageRow[] {
  const kind = page[0];
  if (kind !== INDEX_INTERIOR && kind !== INDEX_LEAF && kind !== TABLE_LEAF) return [];
  const rows: PageRow[] = [];
  const cells = page.readUInt16BE(3);
  const pointersAt = kind === INDEX_INTERIOR ? 12 : 8;
  if (pointersAt + 2 * cells > page.length) return [];
  for (let cell = 0; cell < cells; cell++) {
    const at = page.readUInt16BE(pointersAt + 2 * cell);
    const row = at < pointersAt + 2 * cells ? null : rowAt(page, at, kind);
    if (row) rows.push(row);
  }
  return rows;
}

function rowAt(page: Buffer, at: number, kind: number): PageRow | null {
  const reader = new Reader(page, kind === INDEX_INTERIOR ? at + 4 : at);
  try {
    const bytes = reader.varint();
    const rowId = kind === TABLE_LEAF ? reader.varint() : null;
    const longest = kind === TABLE_LEAF ? page.length - 35 : Math.floor(((page.length - 12) * 64) / 255) - 23;
    return bytes > longest ? null : { rowId, values: reader.record() };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Throws a RangeError where what it is to read lies outside the page, or is nothing that our rows hold. */
class Reader {
  private readonly page: Buffer;
  private at: number;

  constructor(page: Buffer, at: number) {
    this.page = page;
    this.at = at;
  }

  /** Up to nine bytes, seven bits in each, but the last; here only what a number can hold. */
  varint(): number {
    let value = 0;
    for (let bytes = 0; bytes < 8; bytes++) {
      const byte = this.page.readUInt8(this.at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError('A number is longer than any of ours.');
  }

  record(): Value[] {
    const headerAt = this.at;
    const headerEnd = headerAt + this.varint();
    const types: number[] = [];
    while (this.at < headerEnd) types.push(this.varint());
    return types.map(type => this.value(type));
  }

  private value(type: number): Value {
    if (type === 0) return null;
    if (type === 8 || type === 9) return type - 8;
    if (type >= 1 && type <= 4) return this.int(type);
    if (type === 5) return this.int(6);
    if (type === 6) return this.long();
    if (type >= 13 && type % 2 === 1) return this.text((type - 13) / 2);
    throw new RangeError('A value is of a type that no row of ours has.');
  }

  private int(bytes: number): number {
    const value = this.page.readIntBE(this.at, bytes);
    this.at += bytes;
    return value;
  }

  private long(): number {
    const value = this.page.readBigInt64BE(this.at);
    this.at += 8;
    return Number(value);
  }

  private text(bytes: number): string {
    if (this.at + bytes > this.page.length) throw new RangeError('A text reaches out of the page.');
    const text = this.page.toString('utf8', this.at, this.at + bytes);
    this.at += bytes;
    return text;
  }
}
