import type { Evidence } from '../../evidence/evidence';
import { parseEvidence } from '../../grading/evidence-file';
import { judgeSaved } from '../../grading/judge-saved';
import { gradeLab } from '../../grading/grade-lab';
import type { LoadedLabs } from '../../grading/load-labs';
import type { ShownReports } from '../../report/formats/format';
import type { Locale } from '../../report/shown/explain';
import { isReportFile } from '../../report/shown/generated/report-validator';
import { readReports } from '../../report/shown/read-report';
import { showReport } from '../../report/shown/show-report';
import type { VerifyingKey } from '../../signing/keys';
import { verifyReport } from '../../signing/verify-report';
import { err, ok, type Result } from '../../text/result';
import type { StudentProblem } from './problem';

/** What all students are graded by alike. */
export interface Grading {
  readonly labs: LoadedLabs;
  readonly locale: Locale;
  /** With it only reports that it verifies count. */
  readonly key?: VerifyingKey;
}

/** Judges evidence by the class's labs. */
export function reportsOfEvidence(evidence: Evidence, { labs, locale }: Grading): ShownReports {
  const [first, ...others] = labs.map(({ lab }) => showReport(gradeLab(lab, evidence), locale));
  if (!first) throw new Error('A class has a lab.');
  return [first, ...others];
}

/** The same for the text of an evidence file; `file` is where from, for people. */
export function reportsOfEvidenceText(
  text: string,
  file: string,
  grading: Grading,
): Result<ShownReports, StudentProblem> {
  const evidence = parseEvidence(text, file);
  const reports = evidence.ok ? judgeSaved(file, () => reportsOfEvidence(evidence.value, grading)) : evidence;
  if (!reports.ok) return err({ from: 'evidence', problem: reports.error });
  // What is written has to be read again, by the gradebook and by whoever gets the report.
  const [bad] = reports.value.filter((report) => !isWhole(report));
  return bad === undefined
    ? ok(reports.value)
    : err({ from: 'evidence', problem: { code: 'evidence.damaged', args: { file, detail: bad.lab.id } } });
}

const isWhole = (report: unknown): boolean => isReportFile(report);

/** A saved report as it is: those of the class's labs, in their order, each of which must be there. */
export function reportsOfReportText(
  text: string,
  file: string,
  { labs, key }: Grading,
): Result<ShownReports, StudentProblem> {
  if (key) {
    const verified = verifyReport(text, key);
    if (!verified.ok) return err({ from: 'signature', problem: verified.error });
    for (const { lab } of labs) {
      const signed = verified.value.labs.find(({ id }) => id === lab.id);
      if (signed && signed.hash !== lab.hash)
        return err({
          from: 'signature',
          problem: { code: 'signature.other-lab', args: { expected: lab.hash, seen: signed.hash } },
        });
    }
  }
  const read = readReports(text);
  if (!read.ok)
    return err({
      from: 'report',
      problem: { code: read.error.code, args: { file, detail: read.error.detail } },
    });
  const reports = labs.map(({ lab }) => read.value.find((report) => report.lab.id === lab.id));
  const missing = labs.find((_, index) => reports[index] === undefined);
  if (missing)
    return err({ from: 'mismatch', problem: { code: 'report.lab-missing', args: { lab: missing.lab.id } } });
  const [first, ...others] = reports.filter((report) => report !== undefined);
  if (!first) throw new Error('A class has a lab.');
  return ok([first, ...others]);
}
