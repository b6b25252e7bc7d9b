import { posix } from 'node:path';
import { Readable } from 'node:stream';
import type { extract as Extract } from 'tar-stream';
import { hashEntry, type HashedFile } from './hash-entry';

/** All that a saved image holds, by path; links are followed in `file`. */
export interface ArchiveFiles {
  readonly file: (path: string) => HashedFile | undefined;
  readonly paths: readonly string[];
}

/** An image of 127 layers has some 400 entries. */
const maxEntries = 10_000;

/** Reads a `docker save` archive once, in the order in which it comes; rejects when it is no complete tar. */
export async function readArchive(bytes: AsyncIterable<Buffer>, maxUnpacked: number): Promise<ArchiveFiles> {
  const files = new Map<string, HashedFile>();
  const links = new Map<string, string>();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most labs read no image
  const { extract } = require('tar-stream') as { extract: typeof Extract };
  const tar = extract();
  const source = Readable.from(bytes);
  source.pipe(tar);
  source.once('error', (error) => {
    tar.destroy(error);
  });
  try {
    for await (const entry of tar) {
      const { name, type, linkname, size } = entry.header;
      const path = posix.normalize(name);
      if (files.size + links.size >= maxEntries) throw new Error(`more than ${maxEntries} entries`);
      if (type === 'symlink' && linkname) links.set(path, posix.join(posix.dirname(path), linkname));
      if (type === 'link' && linkname) links.set(path, posix.normalize(linkname));
      // An entry is a stream of buffers; its own types only say "a stream".
      const bytesOf = entry as unknown as AsyncIterable<Buffer>;
      if (type === 'file') files.set(path, await hashEntry(bytesOf, size, maxUnpacked));
      else entry.resume();
    }
  } finally {
    source.destroy();
  }
  return {
    file: (path) => files.get(path) ?? files.get(links.get(path) ?? ''),
    paths: [...files.keys()],
  };
}
