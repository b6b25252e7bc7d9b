import { expect, test } from '@jest/globals';
import { plainLines } from '../../../../src/cli/watch/plain';
import { shownLab } from '../../../support/watched';

const absent = { 'container/ubuntu': { value: null } };
const reports = (facts: Parameters<typeof shownLab>[2]) => [
  shownLab('01-hello-world', 'en'),
  shownLab('02-ubuntu', 'en', facts),
];

test('everything is said once, and then what is different', () => {
  const lines = plainLines('en', false);
  const first = lines.of(reports(absent), '12:00:00');
  expect(first[0]).toBe('12:00:00 01-hello-world Mark 20 / 20, reached');
  expect(first.filter((line) => line.startsWith('12:00:00 02-ubuntu ✘ Run the container'))).toHaveLength(1);
  expect(first).toContainEqual(expect.stringMatching(/^Do this next: Run the container `ubuntu`/));
  expect(lines.of(reports(absent), '12:00:01')).toEqual([]);
  const then = lines.of(reports({}), '12:00:02');
  expect(then).toContainEqual(expect.stringMatching(/^12:00:02 02-ubuntu ✔ Run the container/));
  expect(then).toContain('12:00:02 02-ubuntu Mark 20 / 20, reached');
  expect(then.some((line) => line.includes('01-hello-world'))).toBe(false);
  expect(then.at(-1)).toMatch(/^Everything passed/);
});

test('a sentence is one line, and holds nothing that a terminal obeys', () => {
  const name = `a\u001b]0;x\u0007b\n${'c '.repeat(200)}`;
  const inspect = {
    Id: 'x'.repeat(64),
    Name: `/${name}`,
    Config: { Image: 'ubuntu' },
    State: { Status: 'exited' },
  };
  const facts = { ...absent, 'candidates/ubuntu': { value: [inspect] } };
  for (const line of plainLines('en', true).of(reports(facts), '12:00:00'))
    expect(line).not.toMatch(/[\u0000-\u001f]/);
});
