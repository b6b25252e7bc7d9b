import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { decodeReport } from '../../../src/signing/strict-json';
import { verifyReport } from '../../../src/signing/verify-report';
import type { Json } from '../../../src/text/json';
import { hostileText } from '../../support/hostile-text';
import { signedText, smallReport, someKeys } from '../../support/signed-report';

const keys = someKeys();
const signedReport = fc
  .record({ seen: fc.jsonValue({ maxDepth: 4 }), title: hostileText, submission: hostileText })
  .map(({ seen, title, submission }) => {
    const value = JSON.parse(JSON.stringify(seen)) as Json; // no minus nought
    return signedText({ ...smallReport, title, seen: value }, keys, submission);
  });

const holds = (bytes: Uint8Array): boolean => {
  const text = decodeReport(bytes);
  return text.ok && verifyReport(text.value, keys.public).ok;
};

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

describe('a signed report', () => {
  test('holds, whatever is in it', () => {
    fc.assert(
      fc.property(signedReport, (text) => holds(Buffer.from(text))),
      { numRuns: 300 },
    );
  });

  test('with any one byte changed is refused, or says the very same', () => {
    let refused = 0;
    fc.assert(
      fc.property(signedReport, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, change) => {
        const bytes = Buffer.from(text);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        if (holds(bytes)) return isDeepStrictEqual(parsed(bytes), JSON.parse(text));
        refused++;
        return true;
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  test('with any one byte taken out, put in or doubled is refused, or says the very same', () => {
    fc.assert(
      fc.property(
        signedReport,
        fc.nat(),
        fc.constantFrom(0, 1, 2),
        fc.nat({ max: 255 }),
        (text, place, cut, put) => {
          const bytes = Buffer.from(text);
          const at = place % bytes.length;
          const more = cut === 2 ? [bytes[at] ?? 0] : cut === 0 ? [put] : [];
          const changed = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(more),
            bytes.subarray(at + (cut & 1)),
          ]);
          return !holds(changed) || isDeepStrictEqual(parsed(changed), JSON.parse(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('written in another way holds: white space, order of keys and escapes are no content', () => {
    const shuffled = (value: Json): Json => {
      if (Array.isArray(value)) return (value as readonly Json[]).map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]: [string, Json]) => [key, shuffled(inner)]),
      );
    };
    const escaped = (json: string): string =>
      json.replace(
        /[^\x20-\x7e\s]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
    fc.assert(
      fc.property(signedReport, fc.constantFrom('', ' ', '\t'), fc.boolean(), (text, indent, bom) => {
        const other = escaped(JSON.stringify(shuffled(JSON.parse(text) as Json), null, indent));
        return holds(Buffer.from(`${bom ? '\ufeff' : ''}${other.replaceAll('\n', '\r\n')}\r\n`));
      }),
      { numRuns: 300 },
    );
  });

  test('is not believed where two numbers are one only for those who round', () => {
    const text = signedText({ ...smallReport, seen: 12345678901234567000 }, keys);
    expect(holds(Buffer.from(text))).toBe(true);
    expect(holds(Buffer.from(text.replace('567000', '567001')))).toBe(false);
  });
});
