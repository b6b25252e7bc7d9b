import { describe, expect, test } from '@jest/globals';
import { changes } from '../../../../src/cli/watch/changes';
import { liveList } from '../../../../src/cli/watch/live-list';
import { openScreen } from '../../../../src/cli/watch/screen';
import type { WatchState } from '../../../../src/cli/watch/state';
import { gradeLab } from '../../../../src/grading/grade-lab';
import { localeOf } from '../../../../src/grading/locale';
import type { Report } from '../../../../src/report/report';
import type { Lab } from '../../../../src/spec/lab';
import { displayWidth } from '../../../../src/text/terminal';
import { checkOf, evidenceOf, theContainer, ubuntu } from '../../../support/evidence';
import { labOf } from '../../../support/grade-checks';

const locale = localeOf('en');
const look = { color: false, columns: 60 };

function reportOf(running: boolean, name = 'ubuntu', withJest = false): Report {
  const lab = labOf([
    { ...checkOf('container', name, { state: 'running' }), id: 'task.1' },
    ...(withJest ? [{ ...checkOf('jest', 'a test'), id: 'task.2' }] : []),
  ]);
  const [task] = lab.tasks;
  if (!task) throw new Error('there is one');
  const two: Lab = { ...lab, tasks: [{ ...task, title: 'Run it', points: 20 }] };
  return gradeLab(two, evidenceOf(theContainer(running ? ubuntu() : null, name)));
}
const state = (...reports: Report[]): WatchState => ({
  reports,
  lastLook: '12:00:01',
  recording: true,
  engineVersion: '20.10.24+dfsg1',
});

describe('the list in place', () => {
  test('has a line a task, what is next, and a status line', () => {
    const lines = liveList(state(reportOf(false)), locale, look, 20);
    expect(lines[0]).toMatch(/^lab · A lab +0 \/ 20$/);
    expect(lines[1]).toMatch(/^✘ Run it +0 \/ 20$/);
    expect(lines[2]).toMatch(/^ {4}\S/);
    expect(lines.at(-1)).toBe('seen at 12:00:01 · engine 20.10.24 · recording · Ctrl-C to…');
    expect(liveList(state(reportOf(true)), locale, look, 20)[1]).toMatch(/^✔ Run it +20 \/ 20$/);
  });

  test('never is wider or longer than the terminal', () => {
    for (const columns of [20, 40, 200])
      for (const rows of [2, 3, 5]) {
        const lines = liveList(
          state(reportOf(false, 'x'.repeat(300)), reportOf(true)),
          locale,
          { color: false, columns },
          rows,
        );
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(displayWidth(line)).toBeLessThan(columns);
        expect(lines.at(-1)).toContain('seen');
      }
  });

  test('does not let a name move the cursor', () => {
    const text = liveList(state(reportOf(false, 'a\u001b[2Jb\nc')), locale, look, 20).join('');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\n');
  });

  test('says that the engine is away', () => {
    const lines = liveList(
      { ...state(reportOf(true)), downSince: '12:00:05' },
      locale,
      { color: false, columns: 100 },
      20,
    );
    expect(lines.at(-1)).toBe(
      'seen at 12:00:01 · no engine since 12:00:05, trying again… · Ctrl-C to finish',
    );
  });

  test('lets hand-written tests wait for a whole grading', () => {
    const lines = liveList(state(reportOf(true, 'ubuntu', true)), locale, { color: false, columns: 100 }, 20);
    expect(lines[1]).toMatch(/^… Run it +10 \/ 20$/);
    expect(lines[2]).toContain('is checked by npm run grade');
  });
});

describe('appended lines', () => {
  test('say everything once, and then what has changed', () => {
    const first = changes([], [reportOf(false)], locale, '12:00:00');
    expect(first[0]).toMatch(/^12:00:00 lab ✘ Run it \(to do\) — /);
    expect(first.at(-1)).toBe('12:00:00 lab Mark 0 / 20');
    expect(changes([reportOf(false)], [reportOf(false)], locale, '12:00:01')).toEqual([]);
    expect(changes([reportOf(false)], [reportOf(true)], locale, '12:00:02')).toEqual([
      '12:00:02 lab ✔ Run it (passed)',
      '12:00:02 lab Mark 20 / 20',
    ]);
  });
  test('hold nothing that a terminal obeys', () => {
    const lines = changes([], [reportOf(false, 'a\u001b]0;x\u0007b\nc')], locale, '12:00:00');
    for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f]/);
  });
});

test('the screen draws over what it drew, and only if it is different', () => {
  const written: string[] = [];
  const screen = openScreen({ out: (text) => written.push(text) });
  screen.draw(['a', 'b']);
  screen.draw(['a', 'b']);
  screen.draw(['c']);
  expect(written).toEqual(['\ra\u001b[K\nb\u001b[K\n\u001b[J', '\r\u001b[2Ac\u001b[K\n\u001b[J']);
});
