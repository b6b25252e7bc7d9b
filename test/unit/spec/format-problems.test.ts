import { describe, expect, test } from '@jest/globals';
import { formatProblems } from '../../../src/spec/format-problems';
import { displayWidth } from '../../../src/text/terminal';
import { labOf, problemsIn } from './sample-kinds';

const shown = (text: string, language: 'fr' | 'en' = 'en') =>
  formatProblems(problemsIn(text), language, { color: false });

describe('problems as a terminal shows them', () => {
  test('place, message, line and caret', () => {
    expect(shown(labOf('{ image: a }', '{ box: a, state: opne }'))).toBe(
      `lab.yaml:10:26  it is never "opne"; did you mean "open"? (known: open, closed)
   10 |       - { box: a, state: opne }
      |                          ^^^^
`,
    );
  });

  test('in French', () => {
    expect(shown(labOf('{ box: a, state: opne }'), 'fr').split('\n')[0]).toBe(
      'lab.yaml:9:26  ce n’est jamais «\u00a0opne\u00a0»\u00a0; vouliez-vous dire «\u00a0open\u00a0»\u00a0? (connus\u00a0: open, closed)',
    );
  });

  test('the caret stands below the place also after wide, invisible and tab characters', () => {
    const lines = shown(labOf('{ title: "日本語\x1b é",\tbox: a, state: opne }')).split('\n');
    const caret = (lines[2] ?? '').indexOf('^');
    expect(displayWidth((lines[1] ?? '').split('opne')[0] ?? '')).toBe(caret);
  });

  test('of a long line only the part around the place is shown', () => {
    const long = 'x'.repeat(500);
    const lines = shown(labOf(`{ box: a, title: ${long}, state: opne, hint: ${long} }`)).split('\n');
    expect(displayWidth(lines[1] ?? '')).toBeLessThanOrEqual(88);
    expect(lines[1]).toMatch(/\| ….*opne.*…$/);
    expect((lines[2] ?? '').indexOf('^')).toBe((lines[1] ?? '').indexOf('opne'));
  });

  test('of what goes on over several lines only the start is marked', () => {
    expect(shown('vigie: 1\nid: a\ntitle: A\n').split('\n')[2]).toBe('      | ^');
  });

  test('colour on request only', () => {
    const colored = formatProblems(problemsIn(labOf('{ box: a }')), 'en', { color: true });
    expect(colored).toContain('\x1b[31m^^^\x1b[39m');
    expect(shown(labOf('{ box: a }'))).not.toContain('\x1b');
  });

  test('a problem of the file itself has no line', () => {
    expect(formatProblems([{ code: 'lab.binary', args: {}, file: 'a.yaml' }], 'en', { color: false })).toBe(
      'a.yaml  this is no text file, neither in UTF-8 nor in UTF-16\n',
    );
  });

  test('files in order, and lines within', () => {
    const problems = ['b.yaml', 'a.yaml'].map((file) => ({ code: 'lab.binary', args: {}, file }) as const);
    expect(formatProblems(problems, 'en', { color: false }).match(/\w\.yaml/g)).toEqual(['a.yaml', 'b.yaml']);
  });
});
