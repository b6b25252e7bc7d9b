import type { LoadedLab } from '../../grading/load-labs';
import { maxEvidenceBytes } from '../../grading/evidence-file';
import type { Locale } from '../../report/shown/explain';
import { troubleOf } from '../../text/file-trouble';
import { err, ok, type Result } from '../../text/result';
import type { ClassResult } from '../class-result';
import type { StudentProblem } from '../grade/problem';
import { reportsOfEvidenceText } from '../grade/reports-of';
import { readSourceFile } from '../grade/source-file';

/** Why a student was not judged again, when it is no trouble with the evidence itself. */
export type RegradeProblem =
  | StudentProblem
  | {
      readonly from: 'regrade';
      readonly problem: {
        readonly code: 'regrade.no-evidence' | 'regrade.evidence-changed' | 'regrade.other-lab';
        readonly args: Readonly<Record<never, never>>;
      };
    };

export interface Regrading {
  /** The corrected labs of the class. */
  readonly labs: readonly LoadedLab[];
  readonly locale: Locale;
  /** Where the roster's paths of evidence lead from. */
  readonly evidence: string;
  readonly allowOutside: boolean;
  /** The folder of results, in which evidence of engines was kept. */
  readonly results: string;
}

type Regraded = Result<NonNullable<ClassResult['reports']>, RegradeProblem>;

/** Judges what a student's result rests on again; whatever breaks over it is this student's alone. */
export function regradeStudent(result: ClassResult, regrading: Regrading): Regraded {
  try {
    return regradeOne(result, regrading);
  } catch (error) {
    const detail = error instanceof Error ? error.message : troubleOf(error);
    return err({ from: 'mismatch', problem: { code: 'entry.broke', args: { detail } } });
  }
}

/** Evidence that is no longer the same would compare two hosts instead of two labs. */
function regradeOne({ student, source, reports }: ClassResult, regrading: Regrading): Regraded {
  const own = (code: 'regrade.no-evidence' | 'regrade.evidence-changed' | 'regrade.other-lab') =>
    err({ from: 'regrade', problem: { code, args: {} } } as const);
  if ((source?.kind !== 'evidence' && source?.kind !== 'engine') || source.sha256 === undefined)
    return own('regrade.no-evidence');
  const file =
    source.kind === 'engine'
      ? readSourceFile(
          `evidence/${student.id}.json`,
          { folder: regrading.results, allowOutside: false },
          maxEvidenceBytes,
        )
      : readSourceFile(
          source.from,
          { folder: regrading.evidence, allowOutside: regrading.allowOutside },
          maxEvidenceBytes,
        );
  if (!file.ok) return err({ from: 'file', problem: file.error });
  if (file.value.sha256 !== source.sha256) return own('regrade.evidence-changed');
  const graded = new Set(reports?.map(({ lab }) => lab.id));
  const [first, ...others] = regrading.labs.filter(({ lab }) => graded.size === 0 || graded.has(lab.id));
  if (!first) return own('regrade.other-lab');
  const after = reportsOfEvidenceText(file.value.text, source.from, {
    labs: [first, ...others],
    locale: regrading.locale,
  });
  return after.ok ? ok(after.value) : after;
}
