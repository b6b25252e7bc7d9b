import { expect, test } from '@jest/globals';
import { canonical } from '../../../src/signing/canonical';
import { decodeReport } from '../../../src/signing/strict-json';
import type { Json } from '../../../src/text/json';

// The examples of RFC 8785, sections 3.2.2 and 3.2.3.
test('numbers, texts and literals are written as in the RFC', () => {
  const value = JSON.parse(
    String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
     "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
  ) as Json;
  expect(canonical(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('keys are sorted as in the RFC, by their UTF-16 code units', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\x80', '\xf6'];
  const value = Object.fromEntries(keys.map((key) => [key, 0]));
  expect(Object.keys(JSON.parse(canonical(value)) as object).length).toBe(7);
  expect(canonical(value)).toBe('{"\\r":0,"1":0,"\x80":0,"\xf6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
});

test('a key that is a prototype’s name elsewhere is a key', () => {
  expect(canonical(JSON.parse('{"__proto__": {"a": 1}}') as Json)).toBe('{"__proto__":{"a":1}}');
});

test.each([
  ['a mark of byte order', [0xef, 0xbb, 0xbf, 0x7b, 0x7d], { ok: true, value: '{}' }],
  ['UTF-16 with its mark', [0xff, 0xfe, 0x7b, 0, 0x7d, 0], { ok: true, value: '{}' }],
  [
    'bytes that are no UTF-8',
    [0x22, 0xff, 0x22],
    { ok: false, error: { code: 'report.not-utf8', args: {} } },
  ],
  ['half a character', [0x22, 0xc3], { ok: false, error: { code: 'report.not-utf8', args: {} } }],
])('%s in a file', (_, bytes, result) => {
  expect(decodeReport(Uint8Array.from(bytes))).toEqual(result);
});
