import type { Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import type Zlib from 'node:zlib';
import type { RawAnswer } from './read-answer';

/** The text that a browser would show of a body, of at most `maxBytes`; `truncated`: more of it there is. */
export async function decodeBody(
  { headers, body, whole }: RawAnswer,
  maxBytes: number,
): Promise<{ readonly body: string; readonly truncated: boolean }> {
  const unpacking = unpackerOf(headers['content-encoding'] ?? '');
  const unpacked = unpacking && (await unpack(body, unpacking, maxBytes));
  const { bytes, complete } = unpacked ?? { bytes: body, complete: true };
  return { body: decoderOf(headers['content-type'] ?? '').decode(bytes), truncated: !(whole && complete) };
}

/** The answer was not asked to be packed; some servers do it all the same, and browsers take it. */
function unpackerOf(encoding: string): Transform | undefined {
  const name = encoding.trim().toLowerCase();
  if (!['gzip', 'x-gzip', 'deflate', 'br'].includes(name)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- few answers are packed
  const zlib = require('node:zlib') as typeof Zlib;
  if (name === 'br') return zlib.createBrotliDecompress();
  return name === 'deflate' ? zlib.createInflate() : zlib.createGunzip();
}

/** What a packed body holds, as far as it can be unpacked; nothing if it is not packed at all. */
function unpack(
  packed: Buffer,
  unpacking: Transform,
  maxBytes: number,
): Promise<{ readonly bytes: Buffer; readonly complete: boolean } | undefined> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const end = (complete: boolean): void => {
      resolve(size === 0 && !complete ? undefined : { bytes: Buffer.concat(pieces), complete });
      unpacking.destroy();
    };
    unpacking.on('data', (piece: Buffer) => {
      pieces.push(piece.subarray(0, maxBytes - size));
      size += Math.min(piece.length, maxBytes - size);
      if (size === maxBytes) end(false);
    });
    unpacking.on('end', () => {
      end(true);
    });
    unpacking.on('error', () => {
      end(false);
    });
    unpacking.end(packed);
  });
}

/** UTF-8 unless the server says otherwise, in a word that is known. */
function decoderOf(contentType: string): TextDecoder {
  const named = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named);
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_ENCODING_NOT_SUPPORTED'
    )
      return new TextDecoder();
    throw error;
  }
}
