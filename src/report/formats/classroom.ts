import { err, ok } from '../../text/result';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { withoutCommands } from '../../text/escape-workflow-command';
import { words } from '../words';
import { detailLines } from './detail-lines';
import type { RefusingFormat, ShownReports } from './format';
import { integerPoints, type WholePoints } from './integer-points';
import { cutTo, isIncomplete, plainLine } from './plain';

/**
 * The step output `result` that `autograding-grading-reporter` reads, as a line for `$GITHUB_OUTPUT`: `result=` and the Base64 of its JSON.
 *
 * Its releases disagree on what a runner has scored: `src/notify-classroom.js` adds up the tests' scores, while the table of
 * `src/helpers/test-helpers.js` takes, in some, the share of tests that passed. Both are the same only where all tests weigh the same; so
 * a check is written as several tests of equal weight, as few as that allows.
 */
export const classroom: RefusingFormat = (reports) => {
  for (const told of [true, false]) {
    const line = `result=${Buffer.from(JSON.stringify(resultOf(reports, told)), 'utf8').toString('base64')}\n`;
    if (line.length <= longest) return ok(line);
  }
  return err({ code: 'format.too-large', limit: longest });
};

/** The reporter gets it in one variable of its environment, of which Linux allows 128 KiB. */
const longest = 120_000;
/** As the reporter's own graders cut what they say. */
const longestMessage = 500;

interface ClassroomTest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'error';
  readonly score: number;
  readonly message: string;
  /** Printed under the name; what was done to find out is Vigie's business. */
  readonly test_code: '';
  readonly filename: string;
  /** 0: none is shown. That of the lab would say nothing to a student. */
  readonly line_no: 0;
  readonly duration: 0;
}

function resultOf(reports: ShownReports, told: boolean) {
  const rows = rowsOf(reports, told);
  // Without a maximum the reporter announces no points at all, so that those of an earlier run stay.
  if (isIncomplete(reports)) return { version: 1, status: 'error', max_score: 0, tests: rows.map(asOne) };
  const { max, score } = integerPoints(reports);
  const tests = max === 0 ? rows.map(asOne) : inUnits(rows, words[reports[0].language].bonus);
  return { version: 1, status: score === max ? 'pass' : 'fail', max_score: max, tests };
}

interface Row extends WholePoints {
  readonly check: ShownCheck;
  readonly task: ShownTask;
  readonly name: string;
  readonly message: string;
}

function rowsOf(reports: ShownReports, told: boolean): readonly Row[] {
  const { labs } = integerPoints(reports);
  return reports.flatMap((report, lab) =>
    report.tasks.flatMap((task, index) =>
      task.checks.map((check, place) => ({
        check,
        task,
        name: tame(cutTo(200, `${task.title} · ${check.title}`)),
        message: told ? messageOf(check, report) : '',
        ...(labs[lab]?.tasks[index]?.checks[place] ?? { score: 0, max: 0 }),
      })),
    ),
  );
}

const messageOf = (check: ShownCheck, report: ShownReport): string =>
  tame(cutTo(longestMessage, detailLines(check, report).join(' ')));

/** The reporter prints it as it is: on one line, and never as a command to the runner of the workflow. */
const tame = (text: string): string => withoutCommands(plainLine(text));

function asOne(row: Row): ClassroomTest {
  const { outcome } = row.check;
  const isGood = outcome === 'passed' || outcome === 'excused';
  return testOf(row, row.name, isGood ? 'pass' : outcome === 'error' ? 'error' : 'fail', 0);
}

/** Tests of one weight, the largest that divides all points; a bonus makes up for what was lost elsewhere, and says so. */
function inUnits(rows: readonly Row[], bonus: string): readonly ClassroomTest[] {
  const own = rows.filter(({ task }) => !task.bonus);
  const extra = rows.filter(({ task }) => task.bonus);
  const unit = [...own.flatMap(({ score, max }) => [score, max]), ...extra.map(({ score }) => score)].reduce(
    divisor,
    0,
  );
  const makingUp = extra.flatMap((row) => Array.from({ length: row.score / unit }, () => row.name));
  return own.flatMap((row) => {
    const count = row.max / unit;
    const names = Array.from({ length: count }, (_, index) =>
      count === 1 ? row.name : `${row.name} (${index + 1}/${count})`,
    );
    const earned = row.score / unit;
    const madeUp = makingUp.splice(0, count - earned);
    return names.map((name, index) => {
      // What is to be said about a check is said once, where its points begin to be missing.
      const told = index === earned ? row : { ...row, message: '' };
      const by = madeUp[index - earned];
      if (index < earned) return testOf(told, name, 'pass', unit);
      return by === undefined
        ? testOf(told, name, 'fail', 0)
        : testOf(told, `${name} · ${bonus}: ${by}`, 'pass', unit);
    });
  });
}

const testOf = (
  { message, check }: Row,
  name: string,
  status: ClassroomTest['status'],
  score: number,
): ClassroomTest => ({
  name,
  status,
  score,
  message,
  test_code: '',
  filename: check.at.file,
  line_no: 0,
  duration: 0,
});

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
