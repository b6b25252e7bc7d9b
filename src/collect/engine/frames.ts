/** What a container without a terminal printed. */
export interface Output {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** `cut`: the bytes end in the middle of a frame. `none`: they are no frames, or no longer. */
  readonly broken: false | 'cut' | 'none';
}

const header = 8;

/**
 * Takes apart the frames in which exec, attach and logs bring stdout and stderr of a container without a terminal: one byte that
 * says which (1, 2), three zeros, four bytes of length (big endian). A last frame that was cut off counts as far as it goes.
 * Bytes that are no frames (a terminal’s) are all stdout.
 */
export function demultiplex(bytes: Buffer): Output {
  const parts: { readonly stream: number; readonly bytes: Buffer }[] = [];
  let at = 0;
  let isFramed = true;
  while (at + header <= bytes.length) {
    const stream = bytes.readUInt8(at);
    if (stream > 2 || bytes.readUIntBE(at + 1, 3) !== 0) {
      parts.push({ stream: 1, bytes: bytes.subarray(at) });
      isFramed = false;
      break;
    }
    const end = at + header + bytes.readUInt32BE(at + 4);
    parts.push({ stream, bytes: bytes.subarray(at + header, end) });
    at = end;
  }
  const of = (wanted: number) =>
    Buffer.concat(parts.filter(({ stream }) => (stream === 2 ? 2 : 1) === wanted).map((part) => part.bytes));
  return { stdout: of(1), stderr: of(2), broken: isFramed ? at !== bytes.length && 'cut' : 'none' };
}
