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
  for await (const chunk of withWholeHead(chunks, headBytes)) {
    // The head says how the file is packed.
    unpack ??= unpackerFor(chunk, maxUnpacked);
    raw.update(chunk);
    if (size <= maxText) kept.push(chunk);
    await unpack.write(chunk);
  }
  const hash = raw.digest('hex');
  return {
    raw: hash,
    unpacked: unpack?.isPlain === false ? await unpack.end() : hash,
    text: size <= maxText ? Buffer.concat(kept).toString() : undefined,
  };
}

/** As many as the longest mark of a packing. */
const headBytes = 4;

/** The same bytes, the first chunk with at least `size` of them, if there are that many. */
async function* withWholeHead(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < size) continue;
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield head;
}

interface Unpacker {
  readonly isPlain: boolean;
  readonly write: (chunk: Buffer) => Promise<void>;
  /** `undefined`: it could not be unpacked. */
  readonly end: () => Promise<string | undefined>;
}

const nothing = { write: () => Promise.resolve(), end: () => Promise.resolve(undefined) };

function unpackerFor(head: Buffer, maxUnpacked: number): Unpacker {
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzipper(maxUnpacked);
  const isZstd = head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528;
  // Node 20 cannot unpack zstd.
  return { ...nothing, isPlain: !isZstd };
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
    isPlain: false,
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
