import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { literalSearch } from '../../../src/text/literal-pattern';
import { parsePattern } from '../../../src/text/pattern';

const subject = fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', '\n', 'é', '😀', '$', '^') });
const body = fc
  .array(fc.constantFrom('a', 'b', '\\.', '\\/', '\\$', '\\^', '\n', 'é', '😀', '^', '$', '.', 'a*'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

test('a literal search finds what the regular expression engine finds', () => {
  fc.assert(
    fc.property(body, subject, (pattern, text) => {
      const search = literalSearch(pattern);
      fc.pre(search !== undefined);
      const matcher = RE2JS.compile(pattern).matcher(text);
      expect(search(text)).toEqual(
        matcher.find() ? { index: matcher.start(), text: matcher.group() } : undefined,
      );
    }),
    { numRuns: 500 },
  );
});

test('any text is a pattern that can be used, or refused at a place inside it', () => {
  const soup = fc.string({
    unit: fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '\\',
      '?',
      '<',
      '=',
      '*',
      '{',
      '2',
      '}',
      '|',
      'é',
      '\ud800',
      '/',
    ),
  });
  fc.assert(
    fc.property(soup, fc.constantFrom('', 'i', 'ms', 'u', 'x'), soup, (middle, flags, text) => {
      const source = `/${middle}/${flags}`;
      const parsed = parsePattern(source);
      if (parsed.ok) expect(parsed.value.test(text)).toBe(parsed.value.find(text) !== undefined);
      else expect(parsed.error.index ?? 0).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 1000 },
  );
});
