import { err, ok, type Result } from '../../text/result';
import { escapeInvisible } from '../../text/escape-json';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { words } from '../words';
import type { RefusingFormat, ShownReports, Surroundings } from './format';
import type { FormatProblem } from './format-problem';
import { integerPoints, type WholePoints, type WholeReport } from './integer-points';
import { cutTo, isIncomplete, plainDetails, plainLine } from './plain';

/**
 * `result.json` of Classroom 50, schema `classroom50/result/v1`, as its runner validates it (`schemas/result-v1.schema.json` and
 * `runner.py::validate_result` in foundation50/classroom50). The runner overwrites owner, kind, instants and who pushed with what it knows itself.
 */
export const classroom50: RefusingFormat = (reports, surroundings) => {
  if (isIncomplete(reports)) return err({ code: 'format.incomplete' });
  const identity = identityFrom(surroundings);
  if (!identity.ok) return identity;
  const points = integerPoints(reports);
  const result = {
    schema: 'classroom50/result/v1',
    ...identity.value,
    datetime: toSeconds(reports[0].takenAt),
    graded_at: toSeconds(reports[0].takenAt),
    score: points.score,
    'max-score': points.max,
    tests: testsOf(reports, points),
    ...submittedBy(surroundings),
  };
  return ok(`${escapeInvisible(JSON.stringify(result, null, 2))}\n`);
};

/** What the runner hands to an autograder; the review link falls back to the commit, as the runner's own stub does. */
function identityFrom(env: Surroundings): Result<Readonly<Record<string, string>>, FormatProblem> {
  const given = {
    CLASSROOM: env['CLASSROOM'],
    ASSIGNMENT: env['ASSIGNMENT'],
    OWNER: env['OWNER'] || env['USERNAME'],
    SUBMISSION_TAG: env['SUBMISSION_TAG'],
    COMMIT_URL: env['COMMIT_URL'],
    RELEASE_URL: env['RELEASE_URL'],
  };
  const names = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (names.length > 0) return err({ code: 'format.environment-missing', names });
  const {
    CLASSROOM = '',
    ASSIGNMENT = '',
    OWNER = '',
    SUBMISSION_TAG = '',
    COMMIT_URL = '',
    RELEASE_URL = '',
  } = given;
  const kind = env['ASSIGNMENT_TYPE'] || 'individual';
  if (!kinds.includes(kind)) return wrong('ASSIGNMENT_TYPE', kind, kinds.join(', '));
  if (!SUBMISSION_TAG.startsWith('submit/')) return wrong('SUBMISSION_TAG', SUBMISSION_TAG, 'submit/…');
  return ok({
    classroom: CLASSROOM,
    assignment: ASSIGNMENT,
    assignment_type: kind,
    owner: OWNER,
    submission: SUBMISSION_TAG,
    commit: COMMIT_URL,
    release: RELEASE_URL,
    review: env['REVIEW_URL'] || COMMIT_URL,
  });
}

/** `team` came after the schema was published; its runner knows it. */
const kinds: readonly string[] = ['individual', 'group', 'team'];

const wrong = (name: string, value: string, expected: string) =>
  err({ code: 'format.environment-wrong', name, value, expected } as const);

function submittedBy(env: Surroundings) {
  const { GITHUB_ACTOR: username, GITHUB_ACTOR_ID: id = '' } = env;
  return username ? { submitted_by: { username, id: /^\d{1,15}$/.test(id) ? Number(id) : null } } : {};
}

function testsOf(reports: ShownReports, points: WholeReport) {
  return reports.flatMap((report, lab) =>
    report.tasks.flatMap((task, index) =>
      task.checks.flatMap((check, place) => {
        const whole = points.labs[lab]?.tasks[index]?.checks[place] ?? { score: 0, max: 0 };
        // Bonus work that is not there is no test that failed: it would turn the commit's status red.
        return task.bonus && whole.score === 0 ? [] : [testOf(check, task, report, whole)];
      }),
    ),
  );
}

function testOf(check: ShownCheck, task: ShownTask, report: ShownReport, { score, max }: WholePoints) {
  const message = plainDetails(check, report);
  // The runner writes names into a table of Markdown and into its log, as they are: one line each.
  const name = `${task.title} · ${check.title}${task.bonus ? ` (${words[report.language].bonus})` : ''}`;
  return {
    'test-name': cutTo(200, plainLine(name)),
    passed: check.outcome === 'passed' || check.outcome === 'excused',
    score,
    'max-score': max,
    outcome: check.outcome,
    ...(task.bonus && { bonus: true }),
    ...(message !== '' && { message: cutTo(2_000, message) }),
  };
}

/** `2026-10-01T10:00:00Z`. */
const toSeconds = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');
