import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePattern } from '../../../src/text/pattern';
import { readPlainPattern, type PlainPattern } from '../../../src/text/plain-pattern';

/** What the words say, done by hand. */
function says({ pieces, start, end, word, ignoresCase }: PlainPattern, text: string): boolean {
  const fold = (one: string): string => (ignoresCase ? one.toLowerCase() : one);
  const subject = fold(text);
  const isBoundary = (at: number): boolean =>
    /\w/.test(subject[at - 1] ?? ' ') !== /\w/.test(subject[at] ?? ' ');
  const from = (index: number, earliest: number): boolean => {
    const piece = pieces[index];
    if (piece === undefined) return !end || earliest === subject.length;
    return piece.map(fold).some((one) =>
      [...Array(subject.length + 1).keys()]
        .filter((at) => at >= earliest && (index > 0 || !start || at === 0) && subject.startsWith(one, at))
        .filter((at) => !word || (isBoundary(at) && isBoundary(at + one.length)))
        .some((at) => from(index + 1, at + one.length)),
    );
  };
  return from(0, 0);
}

const letters = fc.constantFrom(
  'a',
  'b',
  'A',
  '1',
  ' ',
  '-',
  '\\.',
  '\\$',
  '\\\\',
  '[ab]',
  '[.]',
  'ab',
  '(a|b)',
  '(?:a|ab)',
  '(-1)?',
  'b?',
  '|',
  '.*',
  '\\b',
  '^',
  '$',
  '+',
  '\\d',
  '.',
);
const body = fc
  .tuple(
    fc.constantFrom('', '^', '\\b', '^\\b'),
    fc.array(letters, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '$', '\\b', '\\b$'),
  )
  .map(([head, middle, tail]) => head + middle.join('') + tail);
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', 'B', '1', ' ', '-', '.', '$', '\\'),
  maxLength: 7,
});

test('what is said of a pattern is what it finds, in any text of one line', () => {
  let read = 0;
  fc.assert(
    fc.property(
      body,
      fc.constantFrom('', 'i'),
      fc.array(text, { minLength: 20, maxLength: 20 }),
      (source, flags, texts) => {
        const whole = `/${source}/${flags}`;
        const pattern = parsePattern(whole);
        const plain = readPlainPattern(whole, false);
        if (!plain || !pattern.ok) return;
        read += 1;
        for (const one of texts)
          expect([whole, one, says(plain, one)]).toEqual([whole, one, pattern.value.test(one)]);
      },
    ),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(200);
});

test.each([
  ['/^python3?\\b/', [['python', 'python3']], true, false, true],
  ['/^apt(-get)? install .*nginx$/', [['apt install ', 'apt-get install '], ['nginx']], true, true, false],
  ['^#!', [['#!']], true, false, false],
  ['/[.]conf$/', [['.conf']], false, true, false],
])('%s is plain', (source, pieces, start, end, word) => {
  expect(readPlainPattern(source, false)).toEqual({ pieces, start, end, word, ignoresCase: false });
});

test.each([
  '/a+/',
  '/\\s/',
  '/a{2}/',
  '/^a|b$/',
  '/(^|a)b/',
  '/a.b/',
  '/\\bab/',
  '/a??/',
  '/(a|b|c|d|e)/',
  '/^a/m',
])('%s is not', (source) => {
  expect(readPlainPattern(source, false)).toBeUndefined();
});
