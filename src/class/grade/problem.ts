import type { Fault } from '../../evidence/fault';
import type { EvidenceFileProblem } from '../../grading/evidence-file';
import type { ReportFileProblem } from '../../grading/report-file';
import type { SigningProblem } from '../../signing/problem';
import type { SubmissionProblem } from '../../submission/submission';
import type { EntryProblem } from '../roster/problem';
import type { SourceFileProblem } from './source-file';

/** A report that can be read, but not be used for this class. */
export type ReportMismatch =
  | { readonly code: 'report.lab-missing'; readonly args: { readonly lab: string } }
  | { readonly code: 'entry.broke'; readonly args: { readonly detail: string } }
  | { readonly code: 'report.implausible'; readonly args: { readonly detail: string } };

/** Why a student could not be graded. The texts of all are put together where the class is graded from. */
export type StudentProblem =
  | { readonly from: 'roster'; readonly problem: EntryProblem }
  | { readonly from: 'file'; readonly problem: SourceFileProblem }
  | { readonly from: 'report'; readonly problem: ReportFileProblem }
  | { readonly from: 'mismatch'; readonly problem: ReportMismatch }
  | { readonly from: 'evidence'; readonly problem: EvidenceFileProblem }
  | { readonly from: 'signature'; readonly problem: SigningProblem }
  | { readonly from: 'engine'; readonly problem: Fault }
  | { readonly from: 'submission'; readonly problem: SubmissionProblem };
