import { escapeInvisible } from '../../text/escape-json';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { words } from '../words';
import type { Format } from './format';
import { plain, plainDetails, plainLine } from './plain';

/**
 * As `check50 -o json` writes it (`docs/source/json_specification.rst` in cs50/check50). `passed` is null for what says nothing about the
 * student: what waits for another check, was excused, or could not be found out.
 */
export const check50: Format = (reports) => {
  const name = (report: ShownReport, { id }: ShownCheck): string =>
    reports.length === 1 ? id : `${report.lab.id}/${id}`;
  const result = {
    slug: reports.map(({ lab }) => lab.id).join('+'),
    results: reports.flatMap((report) =>
      report.tasks.flatMap((task) =>
        task.checks.map((check) => {
          const dependency = dependencyOf(check, task, report);
          return {
            name: name(report, check),
            description: plainLine(check.title),
            passed: passed[check.outcome],
            log: plainDetails(check, report)
              .split('\n')
              .filter((line) => line !== ''),
            cause: check.outcome === 'passed' ? null : causeOf(check, report),
            data: { task: task.id, outcome: check.outcome, points: check.points, max: check.max },
            dependency: dependency ? name(report, dependency) : null,
          };
        }),
      ),
    ),
    version: reports[0].grader,
  };
  return `${escapeInvisible(JSON.stringify(result, null, 2))}\n`;
};

const passed = { passed: true, failed: false, blocked: null, excused: null, error: null } as const;

/** A check waits for a task, then for what did not pass there, or its last check; or for a check above it. */
function dependencyOf(check: ShownCheck, task: ShownTask, { tasks }: ShownReport): ShownCheck | undefined {
  const all = tasks.flatMap(({ checks }) => checks);
  const needed = tasks.filter(({ id }) => task.needs.includes(id)).flatMap(({ checks }) => checks);
  const unmet = needed.find(({ outcome }) => outcome !== 'passed' && outcome !== 'excused');
  if (unmet) return unmet;
  // Its message names it.
  const told = check.outcome === 'blocked' ? check.message?.args['check'] : undefined;
  const before = all.slice(0, all.indexOf(check)).find(({ id }) => id === told);
  return before ?? needed.at(-1);
}

function causeOf(check: ShownCheck, report: ShownReport) {
  const { message, advice, hint, differences } = check;
  const help = [advice, hint].filter((text) => text !== undefined).join('\n');
  const [first] = differences;
  return {
    rationale: plain(message?.text ?? words[report.language].outcome[check.outcome]),
    help: help === '' ? null : plain(help),
    // Always a pair.
    ...(first && { expected: plain(first.expected), actual: plain(first.seen) }),
    ...(check.outcome === 'error' && {
      error: {
        type: check.message?.code ?? 'error',
        value: plain(check.message?.text ?? ''),
        traceback: [],
        data: {},
      },
    }),
  };
}
