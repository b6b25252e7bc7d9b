import type { ClassResult } from '../../src/class/class-result';
import type { ShownReport } from '../../src/report/shown/shown-report';
import type { GradeOutcome } from '../../src/score/grade';
import { shownIn } from './report-builder';
import { sample } from './sample-report';

const base = shownIn('en', sample);

/** A report of which only the outcome matters. */
export const reportThat = (outcome: GradeOutcome, points = 7): ShownReport => ({ ...base, outcome, points });

/** A student's result, complete or not, at a time. */
export function resultOf(
  id: string,
  gradedAt: string,
  outcome: GradeOutcome | 'problem' = 'reached',
): ClassResult {
  return {
    vigie: 'class-result',
    version: 1,
    student: { id, name: `Student ${id}` },
    gradedAt,
    source: { kind: 'report', from: `${id}.json`, sha256: '0'.repeat(64) },
    ...(outcome === 'problem'
      ? { problem: { code: 'entry.no-such-file', text: 'There is no such file.' } }
      : { reports: [reportThat(outcome)] }),
  };
}
