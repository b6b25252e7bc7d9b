import { describe, expect, test } from '@jest/globals';
import { frame } from '../../../../src/cli/watch/frame';
import type { WatchState } from '../../../../src/cli/watch/state';
import { nextBox } from '../../../../src/report/terminal/next-box';
import { lastLines } from '../../../../src/report/terminal/at-hand';
import type { ShownReport } from '../../../../src/report/shown/shown-report';
import { languages, type Language } from '../../../../src/text/language';
import { displayWidth } from '../../../../src/text/terminal';
import { shownLab } from '../../../support/watched';

const sizes = [
  [80, 24],
  [100, 30],
  [60, 20],
  [40, 15],
] as const;

const absent = { value: null };
const hostile = { value: [{ Id: 'x'.repeat(64), Names: [`/a\u001b[2Jb\n${'y'.repeat(300)}`] }] };
const hosts: Readonly<Record<string, (language: Language) => readonly ShownReport[]>> = {
  'nothing was done yet': (language) => [
    shownLab('01-hello-world', language, false),
    shownLab('02-ubuntu', language, false),
    shownLab('03-nginx', language, false),
  ],
  'the container of the second lab is gone': (language) => [
    shownLab('01-hello-world', language),
    shownLab('02-ubuntu', language, { 'container/ubuntu': absent }),
    shownLab('03-nginx', language, false),
  ],
  'the package of the third is missing': (language) => [
    shownLab('01-hello-world', language),
    shownLab('02-ubuntu', language),
    shownLab('03-nginx', language, {
      'top/ubuntu': { value: { titles: ['UID', 'CMD'], processes: [] } },
      containers: hostile,
    }),
  ],
  'all is done': (language) => [
    shownLab('01-hello-world', language),
    shownLab('02-ubuntu', language),
    shownLab('03-nginx', language),
  ],
};
const state = (reports: readonly ShownReport[]): WatchState => ({
  looked: { reports, at: '14:02:31', lagMs: 412 },
  isStirred: false,
  isAsking: false,
});
const cases = Object.entries(hosts).flatMap(([host, reportsIn]) =>
  languages.flatMap((language) =>
    sizes.map((size) => ({ host, language, size, reports: reportsIn(language) })),
  ),
);
const squeezed = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ');

describe.each(cases)('$host, $language, $size', ({ reports, language, size: [columns, rows] }) => {
  const look = { color: false, columns };
  const lines = frame(state(reports), { language, named: false, look, rows });

  test('every line fits, and there are no more than rows', () => {
    expect(lines.length).toBeLessThanOrEqual(rows);
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/[\u0000-\u001f]/);
    }
  });

  test('how old the look is stands first, what to do last and whole', () => {
    expect(lines[0]).toMatch(/^(?:Vu à|Looked at) 14:02:31/);
    expect(squeezed(lines)).toMatch(/0[.,]5 s/);
    const boxes = (['whole', 'short', 'brief'] as const).map((detail) => lastLines(reports, look, detail));
    const box = boxes.find((one) => lines.slice(-one.length).join('\n') === one.join('\n'));
    expect(box).toBeDefined();
    const [brief = []] = boxes.slice(-1);
    for (const line of brief) expect(lines).toContain(line);
  });

  test('what there is no room for is counted', () => {
    const shown = reports.find(({ lab }) => squeezed(lines).includes(`${lab.id} ·`));
    const titles = reports.flatMap(({ tasks }) => tasks).length;
    expect(titles).toBeGreaterThan(0);
    const isWhole = reports.every(({ lab }) => squeezed(lines).includes(lab.id)) && shown !== undefined;
    const hasMore = lines.some((line) => line.startsWith('… '));
    if (!isWhole) expect(hasMore).toBe(true);
  });
});

describe('the screen', () => {
  const reports = hosts['the container of the second lab is gone']?.('en') ?? [];
  const at = (columns: number, rows: number, named = false) =>
    frame(state(reports), { language: 'en', named, look: { color: false, columns }, rows });

  test('shows the lab at hand with all tasks, and a line for each other, where there is room', () => {
    const lines = at(100, 50);
    const [, second] = reports;
    const box = second ? nextBox(second, { color: false, columns: 100 }) : [];
    expect(lines.filter((line) => line.startsWith('01-hello-world · '))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('03-nginx · '))).toHaveLength(1);
    for (const { title } of second?.tasks ?? []) expect(squeezed(lines)).toContain(title);
    expect(box.length).toBeGreaterThan(3);
    expect(lines.slice(-box.length)).toEqual(box);
    expect(lines.some((line) => line.startsWith('… ') && line.includes('--full'))).toBe(false);
  });

  test('keeps the task at hand among those that it has room for, and says where the others are', () => {
    const lines = at(80, 17);
    expect(lines.find((line) => / more tasks?/.test(line))).toMatch(
      /^… \d+ more tasks?: npm run grade -- 02-ubuntu --full$/,
    );
    const count = Number(/^… (\d+)/.exec(lines.find((line) => / more tasks?/.test(line)) ?? '')?.[1]);
    const shown = lines.filter((line) => /^[✔✘…?–] (?!\d)/.test(line)).length;
    expect(count + shown).toBe(reports[1]?.tasks.length);
    expect(lines.some((line) => line.startsWith('✘ '))).toBe(true);
  });

  test('where not even the advice fits, says how much is missing', () => {
    const lines = at(40, 4);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^… \d+ more lines?: npm run grade/);
  });

  test('begins with the instructions on a machine where nothing was done', () => {
    const untouched = hosts['nothing was done yet']?.('fr') ?? [];
    const lines = frame(state(untouched), {
      language: 'fr',
      named: false,
      look: { color: false, columns: 80 },
      rows: 24,
    });
    expect(lines.at(-1)).toBe('Commencez par labs/01-hello-world/README.md.');
  });

  test.each([
    [{ isStirred: true }, /something happened, looking again/],
    [{ isAsking: true, isStirred: true }, /a test of the lab is running/],
    [{ downSince: '14:03:00' }, /no engine since 14:03:00/],
    [{ recording: false }, /nothing is recorded/],
  ])('says what keeps it from being newer: %j', (change, says) => {
    const options = { language: 'en', named: false, look: { color: false, columns: 80 }, rows: 24 } as const;
    expect(squeezed(frame({ ...state(reports), ...change }, options).slice(0, 2))).toMatch(says);
  });

  test('before the first look has no more to say', () => {
    const options = { language: 'fr', named: false, look: { color: false, columns: 80 }, rows: 24 } as const;
    expect(frame({ isStirred: false, isAsking: false }, options)).toEqual([
      'Premier regard… · Ctrl-C pour finir',
    ]);
  });
});
