import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';

/** One file of a saved image, as its bytes went by. */
export interface HashedFile {
  /** Of the bytes as they are in the archive, hexadecimal. */
  readonly raw: string;
  /** Of what they unpack to, if they are gzip; else the same as `raw`. `undefined`: packed in a way that is not known here. */
  readonly unpacked: string | undefined;
  /** The bytes themselves, where they are few: manifests and configurations. */
  readonly text: string | undefined;
}

/** Manifests and configurations are some kilobytes; the biggest known has 150. */
const maxText = 4 * 1024 * 1024;

/** Hashes a stream in one pass, holding at most `maxText` bytes of it; `maxUnpacked` bounds what a packed file may grow to. */
export async function hashEntry(
  chunks: AsyncIterable<Buffer>,
  size: number,
  maxUnpacked: number,
): Promise<HashedFile> {
  const raw = createHash('sha256');
  const kept: Buffer[] = [];
  let unpack: Unpacker | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && chunk.length > 0) {
      unpack = unpackerFor(chunk, maxUnpacked);
      isFirst = false;
    }
    raw.update(chunk);
    if (size <= maxText) kept.push(chunk);
    await unpack?.write(chunk);
  }
  const hash = raw.digest('hex');
  return {
    raw: hash,
    unpacked: unpack ? await unpack.end() : hash,
    text: size <= maxText ? Buffer.concat(kept).toString() : undefined,
  };
}

interface Unpacker {
  readonly write: (chunk: Buffer) => Promise<void>;
  /** `undefined`: it could not be unpacked. */
  readonly end: () => Promise<string | undefined>;
}

function unpackerFor(start: Buffer, maxUnpacked: number): Unpacker | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return gunzipper(maxUnpacked);
  const isZstd = start.length >= 4 && start.readUInt32LE(0) === 0xfd2fb528;
  // Node 20 cannot unpack zstd.
  return isZstd ? { write: () => Promise.resolve(), end: () => Promise.resolve(undefined) } : undefined;
}

function gunzipper(maxUnpacked: number): Unpacker {
  const hash = createHash('sha256');
  const gunzip = createGunzip();
  let left = maxUnpacked;
  let broken = false;
  const over = new Promise<void>((resolve) => gunzip.once('close', resolve));
  gunzip.on('data', (bytes: Buffer) => {
    left -= bytes.length;
    hash.update(bytes);
    if (left < 0) gunzip.destroy(new Error('unpacks to more than the cap'));
  });
  gunzip.on('error', () => (broken = true));
  return {
    write: async (chunk) => {
      if (broken || gunzip.destroyed || gunzip.write(chunk)) return;
      await Promise.race([over, new Promise((resolve) => gunzip.once('drain', resolve))]);
    },
    end: async () => {
      if (!gunzip.destroyed) gunzip.end();
      await over;
      return broken ? undefined : hash.digest('hex');
    },
  };
}
