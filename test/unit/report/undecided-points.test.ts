import { describe, expect, test } from '@jest/globals';
import { github } from '../../../src/report/formats/github';
import { html } from '../../../src/report/formats/html';
import { markdown } from '../../../src/report/formats/markdown';
import { terminalReport } from '../../../src/report/terminal/terminal';
import { theContainer, ubuntu, type Found } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { reportOf, shownIn } from '../../support/report-builder';

const hangs = { code: 'deadline', args: { call: 'GET /containers/broken/json', deadlineMs: 8000 } } as const;
const facts: readonly Found[] = [
  ...theContainer(null, 'gone'),
  ...theContainer(ubuntu()),
  ['container/broken', { fault: hangs }],
];
/** Of 20 points, 6 are lost for now and 14 could not be found out. */
const lab = labWith([
  taskOf('unknown', [onContainer('broken', { state: 'running' })], { title: 'Unknown', points: 5 }),
  taskOf('waits', [onContainer('ubuntu', { state: 'running' })], {
    title: 'Waits for it',
    needs: ['unknown'],
    points: 4,
  }),
  taskOf(
    'half',
    [
      onContainer(
        'ubuntu',
        { hostname: { 'same-as': 'container/broken.hostname' }, memory: '512m' },
        { partial: true },
      ),
    ],
    { title: 'Half known', points: 10 },
  ),
  taskOf('lost', [onContainer('gone', { state: 'running' })], { title: 'Not done', points: 1 }),
]);
const shown = shownIn('en', reportOf(lab, facts));

describe('points that nobody could check', () => {
  test('are not still to gain in the terminal, nor are those that wait for them', () => {
    const text = terminalReport(shown, { color: false, columns: 200 });
    expect(text).toContain('Points still to gain: Half known (5); Not done (1)\n');
    expect(text).toContain(
      'Points that could not be checked, which is not up to you: Unknown (5); Half known (5); Waits for it (4)\n',
    );
  });

  test('are not offered on the page', () => {
    const page = html([shown], {});
    expect(page).toContain('up to 5 points to gain');
    expect(page.match(/points? to gain/g)).toHaveLength(1);
    expect(page).toContain('14 undecided');
  });

  test('are told as what nobody is to blame for in Markdown', () => {
    const text = markdown([shown], {});
    expect(text).not.toMatch(/to gain/);
    expect(text).toContain('**Mark: 0 / 20** — Incomplete');
  });

  test('have a warning each in GitHub, not an error', () => {
    const lines = github([shown], {}).split('\n');
    expect(lines.filter((line) => line.startsWith('::error ')).join('\n')).not.toContain('broken');
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(1);
  });
});
