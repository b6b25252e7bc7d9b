import { expect, test } from '@jest/globals';
import { parseDuration } from '../../../src/text/duration';
import { firstDifference } from '../../../src/text/first-difference';
import { parseReference } from '../../../src/text/image-reference';
import { parseJsonPath } from '../../../src/text/json-path';
import { parseMode } from '../../../src/text/mode';
import { nearest, nearestName } from '../../../src/text/nearest';
import { parsePattern } from '../../../src/text/pattern';
import { parsePlatform } from '../../../src/text/platform';
import { parsePublication } from '../../../src/text/published-port';
import { parseSize } from '../../../src/text/size';
import {
  displayWidth,
  escapeTerminal,
  stripTerminal,
  truncateToWidth,
  wrap,
} from '../../../src/text/terminal';
import { isVersionRange, parseVersion } from '../../../src/text/version';

// What takes more than linear time does not end on these before Jest's own deadline.
const MEGABYTE = 1_000_000;
const repeated = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length));
const PIECES = [
  'a',
  '1',
  '-',
  ' ',
  '/',
  ':',
  'a.',
  'a-',
  '1.',
  'a:',
  '["a"]',
  '>=1 ',
  '\u0301',
  '漢',
  '\n',
  '\\',
];

test.each(PIECES)('every parser refuses a megabyte of %j with a showable reason', (piece) => {
  const text = repeated(piece);
  const parsers = [
    parseDuration,
    parseReference,
    parseJsonPath,
    parseMode,
    parsePattern,
    parsePlatform,
    parsePublication,
    parseSize,
    parseVersion,
  ];
  for (const parse of parsers) {
    const parsed = parse(text);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed).length).toBeLessThan(1000);
  }
  expect(isVersionRange(text)).toBe(false);
});

test.each(PIECES)('a megabyte of %j is near to nothing', (piece) => {
  const text = repeated(piece);
  expect([
    nearest(text, ['a']),
    nearest('a', [text]),
    nearestName(text, ['web']),
    nearestName('web', [text]),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});

test.each([
  '漢',
  '\u0301',
  ' ',
  '\n',
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1b]x\x07',
  '\b',
  'x\b',
  'x\x1b[D',
  '\x1b[1@x\b',
  '\x1b[P\b',
  '\x1b[99C',
  '\r',
  '\t',
])('a megabyte of %j is stripped, escaped, measured and wrapped', (piece) => {
  const text = repeated(piece);
  expect(stripTerminal(text).length).toBeLessThanOrEqual(text.length);
  const escaped = escapeTerminal(text);
  expect(displayWidth(truncateToWidth(escaped, 80))).toBeLessThanOrEqual(80);
  expect(wrap(escaped.slice(0, MEGABYTE), 80).length).toBeGreaterThan(0);
});

test('a line of blanks that seems to wrap again and again ends', () => {
  const text = `${' '.repeat(500_000)}x${' \r'.repeat(250_000)}`;
  expect(stripTerminal(text).length).toBeLessThanOrEqual(text.length);
});

test('insertion at the start of a very long line ends', () => {
  const text = `${'a'.repeat(500_000)}${'\b'.repeat(100_000)}${'\x1b[1@x'.repeat(80_000)}`;
  expect(stripTerminal(text).length).toBeLessThanOrEqual(text.length);
});

test.each(PIECES)('a difference after a megabyte of %j is found', (piece) => {
  const text = repeated(piece);
  const difference = firstDifference(`${text}x`, `${text}y`);
  expect(difference?.index).toBe(text.length);
  expect(JSON.stringify(difference).length).toBeLessThan(400);
});
