import { describe, expect, test } from '@jest/globals';
import { decodeLeniently, decodeText } from '../../../src/text/decode-text';

const text = '{"é": "𝄞"}\n';
const le = Buffer.from(text, 'utf16le');
const be = Buffer.from(le).swap16();
const withMark = (mark: readonly number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);

describe('the text of a file', () => {
  test.each<readonly [string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', withMark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['UTF-16, low byte first, with a mark (PowerShell)', withMark([0xff, 0xfe], le)],
    ['UTF-16, high byte first, with a mark', withMark([0xfe, 0xff], be)],
    ['UTF-16, low byte first, without a mark', le],
    ['UTF-16, high byte first, without a mark', be],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
    expect(decodeLeniently(bytes)).toBe(text);
  });

  test.each<readonly [string, string]>([
    ['', ''],
    ['a', 'a'],
    ['é', 'é'],
  ])('of %j is that', (short, read) => {
    expect(decodeText(Buffer.from(short))).toBe(read);
  });

  test.each<readonly [string, readonly number[], string]>([
    ['a byte that is no UTF-8', [0x61, 0xe9, 0x62], 'a�b'],
    ['half a character of UTF-16', [0xff, 0xfe, 0x61, 0, 0x62], 'a�'],
    ['half a pair of UTF-16', [0xff, 0xfe, 0x34, 0xd8], '�'],
  ])('%s is no text, and its readable part is one where that is enough', (_, bytes, lenient) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
    expect(decodeLeniently(Uint8Array.from(bytes))).toBe(lenient);
  });

  test('UTF-32 is not taken for UTF-16', () => {
    expect(decodeText(Uint8Array.from([0x7b, 0, 0, 0]))).toBe('{\0\0\0');
  });
});
