import { err, ok } from '../../text/result';
import { escapeInvisible } from '../../text/escape-json';
import type { ShownCheck, ShownReport, ShownTask } from '../shown/shown-report';
import { words } from '../words';
import type { RefusingFormat } from './format';
import { cutTo, isIncomplete, plainDetails, plainLine } from './plain';
import { markText } from './points-text';

/**
 * `/autograder/results/results.json` of Gradescope (`docs/specs.md` in gradescope/autograder_samples). Every text is of the format `text`, so
 * that nothing in it is read as HTML or Markdown. Hidden checks stand there as everywhere, without a detail: marked hidden, they would hide
 * the total from the student too. An incomplete grade gives no file, which Gradescope takes for an autograder that failed: no mark.
 */
export const gradescope: RefusingFormat = (reports) => {
  if (isIncomplete(reports)) return err({ code: 'format.incomplete' });
  const result = {
    score: tidy(reports.reduce((total, { points, max }) => total + Math.min(points, max), 0)),
    execution_time: Math.round(Math.max(...reports.map(({ tookMs }) => tookMs)) / 1000),
    output: reports.map((report) => plainLine(`${report.lab.title} · ${markText(report)}`)).join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    tests: reports.flatMap((report, lab) =>
      report.tasks.flatMap((task, index) =>
        task.checks.map((check, place) => ({
          number: [...(reports.length > 1 ? [lab] : []), index, place].map((each) => each + 1).join('.'),
          ...testOf(check, task, report),
        })),
      ),
    ),
    extra_data: {
      grader: reports[0].grader,
      labs: reports.map(({ lab, takenAt }) => ({ id: lab.id, hash: lab.hash, takenAt })),
    },
  };
  return ok(`${escapeInvisible(JSON.stringify(result, null, 2))}\n`);
};

function testOf(check: ShownCheck, task: ShownTask, report: ShownReport) {
  const output = plainDetails(check, report);
  return {
    name: cutTo(200, plainLine(`${task.title} · ${check.title}`)),
    name_format: 'text',
    score: check.points,
    max_score: check.max,
    status: check.outcome === 'passed' || check.outcome === 'excused' ? 'passed' : 'failed',
    ...(output !== '' && { output: cutTo(10_000, output), output_format: 'text' }),
    tags: [task.id, ...(task.bonus ? [words[report.language].bonus] : [])],
    visibility: 'visible',
    extra_data: { check: check.id, outcome: check.outcome, hidden: check.hidden },
  };
}

const tidy = (points: number): number => Math.round(points * 1e6) / 1e6;
