import type { PackageRow } from './package-row';
import { blobsOf } from './sqlite-table';

// Tags and types of https://rpm-software-management.github.io/rpm/manual/tags.html
const nameTag = 1000;
const versionTag = 1001;
const releaseTag = 1002;
const epochTag = 1003;
const provideTag = 1047;
const int32 = 4;

/** Entries of one header; real ones have about a hundred. */
const maxEntries = 10_000;
const entrySize = 16;

/** Reads rpm's database (`rpmdb.sqlite`, rpm 4.16 and later): a table of package headers. */
export function readRpm(database: Buffer): PackageRow[] {
  return blobsOf(database, 'Packages').flatMap((blob) => {
    const header = headerOf(blob);
    const [name] = header(nameTag);
    // Keys that packages are signed with are kept as packages of this name.
    if (name === undefined || name === 'gpg-pubkey') return [];
    const [version = '', release = '', epoch] = [versionTag, releaseTag, epochTag].map(
      (tag) => header(tag)[0],
    );
    return {
      name,
      version: `${epoch === undefined ? '' : `${epoch}:`}${version}-${release}`,
      state: 'installed' as const,
      provides: header(provideTag),
    };
  });
}

/** A header: how many entries and how many bytes of data, the entries (tag, type, offset, count), the data. */
function headerOf(blob: Buffer): (tag: number) => string[] {
  const count = blob.length < 8 ? 0 : Math.min(blob.readUInt32BE(0), maxEntries);
  const data = blob.subarray(8 + entrySize * count);
  return (tag) => {
    for (let index = 0; index < count; index += 1) {
      const at = 8 + entrySize * index;
      if (at + entrySize > blob.length) return [];
      if (blob.readUInt32BE(at) !== tag) continue;
      const [type, offset, values] = [4, 8, 12].map((field) => blob.readUInt32BE(at + field));
      return valuesAt(data, type ?? 0, offset ?? 0, Math.min(values ?? 0, maxEntries));
    }
    return [];
  };
}

function valuesAt(data: Buffer, type: number, offset: number, count: number): string[] {
  if (type === int32) return offset + 4 <= data.length ? [String(data.readUInt32BE(offset))] : [];
  const values: string[] = [];
  let at = offset;
  while (values.length < count && at < data.length) {
    const end = data.indexOf(0, at);
    if (end < 0) break;
    values.push(data.toString('utf8', at, end));
    at = end + 1;
  }
  return values;
}
