/**
 * Reads the blobs of one table of a SQLite database file: only what rpm's database needs of https://www.sqlite.org/fileformat2.html, since a
 * whole SQLite is 30 MB to install and Node has its own only from 22. Never throws and never loops: a damaged file just ends earlier.
 */
export function blobsOf(file: Buffer, table: string): Buffer[] {
  if (!file.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) return [];
  const pageSize = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
  const database = { file, pageSize, usable: pageSize - file.readUInt8(20) };
  if (pageSize < 512) return [];
  const root = rowsFrom(database, 1)
    .map(columnsOf)
    .find(([type, name]) => text(type) === 'table' && text(name) === table)?.[3];
  if (root === undefined || root.length === 0 || root.length > 4) return [];
  return rowsFrom(database, root.readUIntBE(0, root.length)).flatMap((row) => columnsOf(row).at(-1) ?? []);
}

interface Database {
  readonly file: Buffer;
  readonly pageSize: number;
  /** Bytes of a page that hold content. */
  readonly usable: number;
}

const text = (value: Buffer | undefined): string => value?.toString() ?? '';
const interior = 5;
const leaf = 13;

/** The payloads of all rows of the b-tree that starts at page `root`, in order. */
function rowsFrom(database: Database, root: number): Buffer[] {
  const rows: Buffer[] = [];
  const seen = new Set<number>();
  const waiting = [root];
  let left = database.file.length;
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pageOf(database, number);
    if (seen.has(number) || page === undefined) continue;
    seen.add(number);
    const at = number === 1 ? 100 : 0; // the first page starts with the file's own header
    const kind = page.readUInt8(at);
    if (kind !== interior && kind !== leaf) continue;
    const cells = cellsOf(page, at + (kind === interior ? 12 : 8), page.readUInt16BE(at + 3));
    for (const cell of kind === leaf ? cells : []) {
      const row = payloadAt(database, page, cell);
      if (row !== undefined) rows.push(row);
      // No two rows share bytes, unless somebody made the file to fill our memory.
      left -= row?.length ?? 0;
      if (left < 0) return rows;
    }
    if (kind === interior)
      waiting.push(page.readUInt32BE(at + 8), ...cells.map((cell) => page.readUInt32BE(cell)).reverse());
  }
  return rows;
}

function pageOf({ file, pageSize }: Database, number: number): Buffer | undefined {
  const page = file.subarray((number - 1) * pageSize, number * pageSize);
  return number > 0 && page.length === pageSize ? page : undefined;
}

/** Where the cells of a page are; those that cannot be in it are left out. */
function cellsOf(page: Buffer, pointers: number, count: number): number[] {
  const fitting = Math.min(count, Math.floor((page.length - pointers) / 2));
  return Array.from({ length: fitting }, (_, index) => page.readUInt16BE(pointers + 2 * index)).filter(
    (cell) => cell + 4 <= page.length,
  );
}

/** A row's bytes: the start in the cell, the rest in a chain of pages of its own. */
function payloadAt(database: Database, page: Buffer, cell: number): Buffer | undefined {
  const size = varint(page, cell);
  const start = varint(page, size.end).end; // behind the row's number
  const local = localSize(size.value, database.usable);
  if (size.value > database.file.length) return undefined;
  const parts = [page.subarray(start, start + local)];
  let left = size.value - local;
  let next = left > 0 && start + local + 4 <= page.length ? page.readUInt32BE(start + local) : 0;
  while (left > 0) {
    const more = pageOf(database, next);
    if (more === undefined) return undefined;
    parts.push(more.subarray(4, Math.min(4 + left, database.usable)));
    left -= database.usable - 4;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** How much of a payload is in its cell, as "cell payload overflow pages" of the format has it. */
function localSize(size: number, usable: number): number {
  if (size <= usable - 35) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitted = least + ((size - least) % (usable - 4));
  return fitted <= usable - 35 ? fitted : least;
}

/** The values of a row, as their bytes; what is no value (NULL, 0, 1) is empty. */
function columnsOf(row: Buffer): Buffer[] {
  const columns: Buffer[] = [];
  const header = varint(row, 0);
  let body = header.value;
  for (let at = header.end; at < Math.min(header.value, row.length);) {
    const type = varint(row, at);
    const length =
      type.value >= 12
        ? (type.value - 12 - (type.value % 2)) / 2
        : ([0, 1, 2, 3, 4, 6, 8, 8][type.value] ?? 0);
    columns.push(row.subarray(body, body + length));
    body += length;
    at = type.end;
  }
  return columns;
}

/** A number of one to nine bytes; more than 2^53 does not occur in a file that fits memory. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}
