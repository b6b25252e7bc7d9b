/** Takes a body out of what comes after the head. */
export interface BodyReader {
  /** `whole`: all of it is there. `broken`: what came cannot be its continuation, or is too much. */
  readonly take: (bytes: Buffer) => 'more' | 'whole' | 'broken';
  readonly bytes: () => Buffer;
  /** Nothing says where it ends, but that the server closes the connection. */
  readonly untilClose: boolean;
}

const maxSizeLine = 4096;

export function readBody(
  method: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): BodyReader {
  if (method === 'HEAD' || status === 101 || status === 204 || status === 304) return counted(0, maxBytes);
  // Where both are said, the chunks count: so do curl and browsers.
  if (/\bchunked\s*$/i.test(headers['transfer-encoding'] ?? '')) return chunked(maxBytes);
  const length = lengthIn(headers['content-length'] ?? '');
  return counted(length ?? Infinity, maxBytes);
}

/** Of several lengths curl takes the last; browsers refuse those that differ. One that is no number counts as none. */
function lengthIn(text: string): number | undefined {
  const [, last] = /^(?:.*,)?\s*\+?(\d{1,15})$/.exec(text) ?? [];
  return last === undefined ? undefined : Number(last);
}

function counted(length: number, maxBytes: number): BodyReader {
  const kept = keep(maxBytes);
  let left = length;
  return {
    untilClose: length === Infinity,
    bytes: kept.bytes,
    take: (bytes) => {
      const isKept = kept.add(bytes.subarray(0, Math.min(left, bytes.length)));
      left -= bytes.length;
      if (!isKept) return 'broken';
      return left <= 0 ? 'whole' : 'more';
    },
  };
}

/** Tolerates what curl does: line feeds alone, spaces and extensions behind a size, no end behind the last one. */
function chunked(maxBytes: number): BodyReader {
  const kept = keep(maxBytes);
  let line = '';
  let left = 0;
  const take: BodyReader['take'] = (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      if (left > 0) {
        const piece = bytes.subarray(at, at + left);
        at += piece.length;
        left -= piece.length;
        if (!kept.add(piece)) return 'broken';
        continue;
      }
      const end = bytes.indexOf(10, at);
      line += bytes.toString('latin1', at, end < 0 ? bytes.length : end);
      if (line.length > maxSizeLine) return 'broken';
      if (end < 0) return 'more';
      at = end + 1;
      const text = line.trim();
      line = '';
      // The end of the line that a chunk stands on.
      if (text === '') continue;
      const size = /^[\da-f]{1,8}(?=[\s;]|$)/i.exec(text)?.[0];
      if (size === undefined) return 'broken';
      left = parseInt(size, 16);
      if (left === 0) return 'whole';
    }
    return 'more';
  };
  return { untilClose: false, bytes: kept.bytes, take };
}

function keep(maxBytes: number) {
  const pieces: Buffer[] = [];
  let room = maxBytes;
  return {
    /** Whether there was room for all of it. */
    add: (bytes: Buffer): boolean => {
      if (bytes.length > 0) pieces.push(bytes.subarray(0, room));
      const fits = bytes.length <= room;
      room = Math.max(0, room - bytes.length);
      return fits;
    },
    bytes: () => Buffer.concat(pieces),
  };
}
