/** How a text's bytes are to be read. PowerShell's `>` writes UTF-16 with a mark, its `Out-File -Encoding utf8` UTF-8 with one. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The text of a file that people hand in, without its byte order mark; undefined where the bytes are none in the encoding that they
 * show. Which encoding is never guessed from meaning: a mark says it, or a first character of ASCII with a zero byte beside it, which
 * no UTF-8 file of ours can begin with.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined; // the decoder throws for nothing else
  }
}

/** The same where a part is better than nothing: what cannot be read becomes U+FFFD. */
export const decodeLeniently = (bytes: Uint8Array): string =>
  new TextDecoder(encodingOf(bytes)).decode(bytes);

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0) return 'utf-8';
  // JSON and YAML begin with ASCII. A second zero is UTF-32, or no text.
  if (isAscii(first) && second === 0 && third !== 0) return 'utf-16le';
  if (first === 0 && isAscii(second) && (third !== 0 || isAscii(fourth))) return 'utf-16be';
  return 'utf-8';
}

const isAscii = (byte: number | undefined): boolean => byte !== undefined && byte > 0 && byte < 0x80;
