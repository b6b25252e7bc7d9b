import { describe, expect, test } from '@jest/globals';
import { markdown } from '../../../src/report/formats/markdown';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import { nodesOf, parseGfm, textIn } from '../../support/readers/gfm';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const shown = shownIn('en', sample);
const resultLine = /^- [✔✘…–?] .* — (passed|to do|waiting|excused|unknown), /gm;

describe('GitHub shows', () => {
  const nodes = nodesOf(parseGfm(markdown([shown], {})));
  const textsOf = (type: string) => nodes.filter((node) => node.type === type).map(textIn);

  test('a heading for the lab and for each task', () => {
    expect(textsOf('heading')).toEqual([
      '02-ubuntu · Run a Linux environment',
      '✔ Run the container',
      '✘ Publish port 80 of the container on port 8080 of the host',
      '… The server answers',
      '✘ A second container',
      '✔ Going further',
    ]);
  });

  test('the tasks as a table', () => {
    expect(textsOf('table')).toHaveLength(1);
    expect(textsOf('tableCell').slice(0, 9)).toEqual([
      'Task',
      'Outcome',
      'Points',
      'Run the container',
      '✔ passed',
      '4.32 / 4.32',
      'Publish port 80 of the container on port 8080 of the host',
      '✘ to do',
      '1.44 / 6.49',
    ]);
  });

  test('below a check why it does not hold and what to try, with a command to copy', () => {
    const item = nodes.find(
      (node) => node.type === 'listItem' && textIn(node).startsWith('✘ container ubuntu (published ports)'),
    );
    expect(
      item &&
        nodesOf(item)
          .filter((node) => node.type === 'paragraph')
          .map(textIn),
    ).toEqual([
      '✘ container ubuntu (published ports) — to do, 0 / 2.16',
      'Container port 80 is published on host port 80 instead of 8080.',
      'published ports — expected: 8080:80; seen: 80:80',
      '→ Ports are chosen when the container is created: remove it and create it again with the right ones.',
      'Command: docker run … -p 8080:80 …',
    ]);
    expect(textsOf('inlineCode')).toContain('docker run … -p 8080:80 …');
  });

  test('the evidence folded away', () => {
    const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : []));
    expect(new Set(html)).toEqual(
      new Set(['<details><summary>What was expected and what was seen</summary>', '</details>']),
    );
  });
});

describe('a summary above 1 MiB would be dropped', () => {
  /** A report with this many checks, each failed with long texts. */
  function large(count: number, text: string): ShownReport {
    const [, task] = shown.tasks;
    const check = task?.checks[0];
    if (!task || !check) throw new Error('The sample has no such check.');
    const checks = Array.from({ length: count }, (_, index) => ({
      ...check,
      id: `c${index}`,
      title: `check ${index} ${text}`,
      assertions: check.assertions.map((assertion) => ({ ...assertion, seen: `evidence ${text}` })),
    }));
    return { ...shown, tasks: [{ ...task, checks }] };
  }
  const bytes = (text: string) => Buffer.byteLength(text);
  const results = (text: string) => text.match(resultLine)?.length ?? 0;

  test.each([
    ['nothing is left out', 10, 'é'.repeat(3_000), { shortened: false, evidence: true, hints: true }],
    ['evidence is shortened', 600, 'é'.repeat(3_000), { shortened: true, evidence: true, hints: true }],
    ['evidence goes', 2_500, 'é'.repeat(20), { shortened: true, evidence: false, hints: true }],
    ['differences go', 3_000, 'é'.repeat(20), { shortened: true, evidence: false, hints: true }],
    ['hints go', 5_000, 'é'.repeat(20), { shortened: true, evidence: false, hints: false }],
    ['long titles are cut', 5_000, '🐳'.repeat(150), { shortened: true, evidence: false, hints: false }],
    ['only results stay', 15_000, 'é'.repeat(20), { shortened: true, evidence: false, hints: false }],
  ])('%s (%i checks), and every result stays', (_, count, text, { shortened, evidence, hints }) => {
    const summary = markdown([large(count, text)], {});
    expect(bytes(summary)).toBeLessThan(1024 * 1024);
    expect(results(summary)).toBe(count);
    expect(summary.includes('<details>')).toBe(evidence);
    expect(summary.includes('→ Ports are chosen')).toBe(hints);
    expect(summary.includes('shortened so that GitHub takes it')).toBe(shortened);
  });

  test('what cannot fit ends with a whole line and says so', () => {
    const summary = markdown([large(30_000, 'x')], {});
    expect(bytes(summary)).toBeLessThan(1024 * 1024);
    expect(results(summary)).toBeGreaterThan(15_000);
    expect(summary).toMatch(
      /\n- ✘ [^\n]+, 0 \/ 2\.16\n\nThe rest does not fit into this summary; it is in the report\.\n$/,
    );
  });
});
