import type { Evidence } from '../evidence/evidence';
import { look } from '../evidence/evidence';
import type { CheckVerdict, LabVerdict } from '../judge/verdict';
import type { Remedies } from '../remedy/remedy';
import type { CheckPoints, Grade } from '../score/grade';
import type { Check, Lab } from '../spec/lab';
import type { Report, ReportCheck, ReportTask } from './report';

/** Puts a lab, its verdict and its grade side by side. Pure: times are those of the evidence. */
export function makeReport(
  lab: Lab,
  evidence: Evidence,
  verdict: LabVerdict,
  grade: Grade,
  grader: string,
  remedies: Remedies = new Map(),
): Report {
  const engine = look(evidence, { fact: 'engine' });
  const { id, title, lang, hash, file, scale, pass } = lab;
  return {
    vigie: 'report',
    version: 1,
    grader,
    lab: { id, title, lang, hash, file, scale, pass },
    ...('value' in engine && { engine: engine.value }),
    endpoint: evidence.endpoint,
    takenAt: evidence.takenAt,
    tookMs: evidence.tookMs,
    outcome: grade.outcome,
    points: grade.points,
    max: grade.max,
    undecided: grade.undecided,
    tasks: lab.tasks.flatMap((task, index): ReportTask[] => {
      const judged = verdict.tasks[index];
      const scored = grade.tasks[index];
      if (!judged || !scored) return [];
      return [
        {
          id: task.id,
          title: task.title,
          ...(task.course !== undefined && { course: task.course }),
          needs: task.needs,
          bonus: task.bonus,
          outcome: judged.outcome,
          points: scored.points,
          max: scored.max,
          undecided: scored.undecided,
          at: task.at,
          checks: task.checks.flatMap((check, at) =>
            reportCheck(check, lab, judged.checks[at], scored.checks[at], remedies),
          ),
        },
      ];
    }),
  };
}

function reportCheck(
  check: Check,
  lab: Lab,
  verdict: CheckVerdict | undefined,
  points: CheckPoints | undefined,
  remedies: Remedies,
): ReportCheck[] {
  if (!verdict || !points) return [];
  const remedy = remedies.get(check.id);
  const { id, kind, subject, hidden, at } = check;
  return [
    {
      id,
      kind,
      subject,
      ...(check.title !== undefined && { title: check.title }),
      outcome: verdict.outcome,
      ...(verdict.message && { message: verdict.message }),
      ...(check.hint !== undefined && { hint: check.hint }),
      ...(remedy && { remedy }),
      reveal: check.reveal ?? lab.reveal,
      hidden,
      points: points.points,
      max: points.max,
      undecided: points.undecided,
      at,
      facts: verdict.facts,
      assertions: verdict.assertions.map((assertion, index) => {
        const share = points.assertions?.[index];
        return {
          ...assertion,
          at: check.positions[assertion.key] ?? at,
          ...(share && { points: share.points, max: share.max }),
        };
      }),
    },
  ];
}
