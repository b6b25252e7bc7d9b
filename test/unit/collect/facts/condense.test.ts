import { expect, test } from '@jest/globals';
import { makeCondenser } from '../../../../src/collect/facts/condense';
import { readConsole } from '../../../../src/text/console/read-console';

const prompt = 'root@b6c13eacabfa:/# ';
const cap = 256 * 1024;
const long = 'a file of many\r\n'.repeat(200_000);
const condensed = (pieces: readonly string[]) => {
  const condenser = makeCondenser(cap, false);
  for (const piece of pieces) condenser.push(piece);
  return condenser.result();
};
const typed = (text: string) => readConsole(text).map(({ line }) => line);

test('a session that fits stays as it is', () => {
  expect(condensed([`${prompt}id\r\n`, 'uid=0\r\n', prompt])).toEqual({
    text: `${prompt}id\r\nuid=0\r\n${prompt}`,
    truncated: false,
  });
});

test('of a session with megabytes of output all that was typed is kept, and the end of what each command showed', () => {
  const session = [
    `${prompt}ls -lR /usr\r\n`,
    long,
    `${prompt}apt install nginx\r\n`,
    long,
    'E: Unable to locate package nginx\r\n',
    `${prompt}ls -lR /\r\n`,
    long,
    prompt,
  ];
  const { text, ...how } = condensed(session);
  expect(how).toEqual({ truncated: true, omitted: 'output' });
  expect(text.length).toBeLessThanOrEqual(cap);
  expect(typed(text)).toEqual(['ls -lR /usr', 'apt install nginx', 'ls -lR /']);
  expect(text).toContain('E: Unable to locate package nginx');
});

test('prompts without end are not all kept, and it says so', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `${prompt}echo ${index}\r\n${'x'.repeat(100)}\r\n`);
  const { text, ...how } = condensed(many);
  expect(how).toEqual({ truncated: true });
  expect(text.length).toBeLessThanOrEqual(cap + 10);
});
