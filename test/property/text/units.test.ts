import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../../src/text/duration';
import { formatMode, parseMode, symbolicMode } from '../../../src/text/mode';
import { formatPlatform, parsePlatform } from '../../../src/text/platform';
import { formatSize, parseSize } from '../../../src/text/size';
import { parseVersion, satisfiesRange } from '../../../src/text/version';

test('a duration in whole milliseconds survives being written and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (milliseconds) => {
      expect(parseDuration(formatDuration(milliseconds))).toEqual({ ok: true, value: milliseconds });
    }),
  );
});

test('a size survives being written and read, within the two decimals that are written', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat().map((bytes) => Math.floor(bytes / 2)),
      (bytes) => {
        const parsed = parseSize(formatSize(bytes));
        expect(Math.abs((parsed.ok ? parsed.value : Number.NaN) - bytes)).toBeLessThanOrEqual(
          0.006 * bytes + 1,
        );
      },
    ),
  );
});

test('a mode survives both of its spellings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0o7777 }), (mode) => {
      expect([
        parseMode(formatMode(mode)),
        parseMode(symbolicMode(mode)),
        parseMode(`-${symbolicMode(mode)}`),
      ]).toEqual(Array(3).fill({ ok: true, value: mode }));
    }),
  );
});

test('a platform survives being written and read', () => {
  const text = fc.stringMatching(/^(linux\/|windows\/)?(amd64|x86_64|arm|arm\/v[5-8]|aarch64|386|s390x)$/);
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parsePlatform(written);
      expect(parsed.ok && parsePlatform(formatPlatform(parsed.value))).toEqual(parsed);
    }),
  );
});

test('what is compared of a version is a version itself, lies in its own range and not below it', () => {
  const tail = fc.constantFrom('', '+dfsg1', '-9+deb12u1', '~rc1', '-rc.1', '~3-0~debian', 'p1', 'b2');
  const number = fc.nat(999);
  fc.assert(
    fc.property(
      fc.constantFrom('', 'v', '2:'),
      number,
      number,
      number,
      tail,
      (head, major, minor, patch, end) => {
        const version = `${head}${major}.${minor}.${patch}${end}`;
        const parsed = parseVersion(version);
        const compared = parsed.ok ? parsed.value.compared : '';
        expect(parseVersion(compared)).toEqual({ ok: true, value: { text: compared, compared } });
        expect(satisfiesRange(version, compared)).toEqual({ ok: true, value: true });
        expect(satisfiesRange(version, `<${compared}`)).toEqual({ ok: true, value: false });
      },
    ),
  );
});

test('no text makes a parser throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-z.:~+\-/ ]{0,20}$/)),
      (text) => {
        for (const parse of [parseDuration, parseMode, parsePlatform, parseSize, parseVersion]) {
          expect(typeof parse(text).ok).toBe('boolean');
        }
      },
    ),
  );
});
