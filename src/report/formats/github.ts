import { workflowCommand, type WorkflowCommand } from '../../text/escape-workflow-command';
import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { detailLines } from './detail-lines';
import type { Format } from './format';
import { markText, pointsText, verdictText } from './points-text';

/** GitHub shows no more of each kind in a step. */
const mostOfAKind = 10;

const others = {
  fr: (count: number) => `Les autres vérifications à revoir ou indécises (${count}) sont dans le rapport.`,
  en: (count: number) => `The other checks to do or unknown (${count}) are in the report.`,
};

interface Finding {
  readonly check: ShownCheck;
  readonly report: ShownReport;
}

/**
 * Annotations on the lines of the lab: an error for each check that failed, a warning for each that could not be found out, where most points are lost first;
 * and one notice with the marks. For the output of a step in GitHub Actions.
 */
export const github: Format = (reports) => {
  const findings = reports.flatMap((report) =>
    report.tasks.flatMap(({ checks }) => checks.map((check) => ({ check, report }))),
  );
  const failed = ofOutcome(findings, 'failed', ({ max, points, undecided }) => max - points - undecided);
  const unknown = ofOutcome(findings, 'error', ({ undecided }) => undecided);
  const shown = [
    ...failed.slice(0, mostOfAKind).map((finding) => annotation('error', finding)),
    ...unknown.slice(0, mostOfAKind).map((finding) => annotation('warning', finding)),
  ];
  const left = failed.length + unknown.length - shown.length;
  const marks = reports.map((report) => `${report.lab.id} — ${markText(report)} — ${verdictText(report)}`);
  const notice: WorkflowCommand = {
    command: 'notice',
    properties: { title: 'Vigie' },
    text: [...marks, ...(left > 0 ? [others[reports[0].language](left)] : [])].join('\n'),
  };
  return [notice, ...shown].map(workflowCommand).join('');
};

/** Most valuable first; what is worth the same stays in the lab's order. */
const ofOutcome = (
  findings: readonly Finding[],
  outcome: 'failed' | 'error',
  value: (check: ShownCheck) => number,
): readonly Finding[] =>
  findings
    .filter(({ check }) => check.outcome === outcome)
    .sort((one, other) => value(other.check) - value(one.check));

function annotation(command: 'error' | 'warning', { check, report }: Finding): WorkflowCommand {
  const { file, line, column } = check.at;
  return {
    command,
    properties: {
      file,
      line,
      col: column,
      title: `${report.lab.id} · ${check.title} (${pointsText(check, report.language)})`,
    },
    text: detailLines(check, report).join('\n'),
  };
}
