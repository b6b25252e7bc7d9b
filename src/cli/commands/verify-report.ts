import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { readVerifyingKeyFile } from '../../grading/key-files';
import { loadLabs } from '../../grading/load-labs';
import { readSignedReport } from '../../grading/signed-report-file';
import { reportsOf } from '../../report/shown/read-report';
import type { SigningProblem } from '../../signing/problem';
import { verifyReport, type VerifiedReport } from '../../signing/verify-report';
import { formatProblems } from '../../spec/format-problems';
import { formatNumber } from '../../text/number';
import type { Language } from '../../text/language';
import type { Io } from '../io';
import { sayLines } from '../say';
import { saySigningProblem, textOfSigningProblem } from '../signing-words';

/** The flags of `vigie verify-report`, as the command line gives them. */
export interface VerifyFlags {
  readonly key: string;
  /** Ids or paths; none where any lab will do. */
  readonly lab: readonly string[];
  readonly labs: string;
  readonly submission?: string;
  readonly notBefore?: string;
}

/** `vigie verify-report`: 0 where the report holds, 1 where it is refused, 2 where the key, a lab or the file cannot be read. */
export function verifyReportFile(file: string, flags: VerifyFlags, io: Io): ExitCode {
  const key = readVerifyingKeyFile(flags.key);
  if (!key.ok) {
    io.err(saySigningProblem(key.error, io));
    return exitCodes.usage;
  }
  const labs = flags.lab.length === 0 ? undefined : loadLabs(flags.lab, flags.labs, io.cwd);
  if (labs && !labs.ok) {
    io.err(formatProblems(labs.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const text = readSignedReport(file);
  if (!text.ok) return refuse(file, text.error, io);
  const { submission, notBefore } = flags;
  const report = verifyReport(text.value, key.value, {
    ...(labs && { labs: labs.value.map(({ lab }) => lab) }),
    ...(submission !== undefined && { submission }),
    ...(notBefore !== undefined && { notBefore }),
  });
  if (!report.ok) return refuse(file, report.error, io);
  // Whoever has the key can sign anything, also a mark that does not follow from its checks.
  const read = reportsOf(report.value.content);
  if (!read.ok && read.error.code === 'report.contradictory')
    return refuse(file, { code: read.error.code, args: { detail: read.error.detail } }, io);
  io.out(sayLines(says[io.language].holds(file, report.value), io));
  return exitCodes.reached;
}

function refuse(file: string, problem: SigningProblem, io: Io): ExitCode {
  const { refused } = says[io.language];
  io.err(sayLines([refused(file, problem.code), textOfSigningProblem(problem, io.language)], io));
  return problem.code === 'report.unreadable' ? exitCodes.usage : exitCodes.below;
}

const outcomes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { reached: 'seuil atteint', below: 'seuil non atteint', incomplete: 'note incomplète' },
  en: { reached: 'pass mark reached', below: 'below the pass mark', incomplete: 'incomplete' },
};

interface Words {
  readonly holds: (file: string, report: VerifiedReport) => readonly string[];
  readonly refused: (file: string, code: string) => string;
}

const says: Readonly<Record<Language, Words>> = {
  fr: {
    holds: (file, { keyId, submission, labs }) => [
      `${file} : authentique`,
      `Clé : ${keyId}`,
      `Rendu : ${submission ?? 'non nommé'}`,
      ...labs.map(
        ({ id, hash, takenAt, points, max, outcome }) =>
          `${id} : ${formatNumber(points, 'fr')} / ${formatNumber(max, 'fr')} (${outcomes.fr[outcome] ?? outcome}), examiné le ${takenAt}, TP ${hash}`,
      ),
    ],
    refused: (file, code) => `${file} : refusé (${code})`,
  },
  en: {
    holds: (file, { keyId, submission, labs }) => [
      `${file}: holds`,
      `Key: ${keyId}`,
      `Submission: ${submission ?? 'not named'}`,
      ...labs.map(
        ({ id, hash, takenAt, points, max, outcome }) =>
          `${id}: ${formatNumber(points, 'en')} / ${formatNumber(max, 'en')} (${outcomes.en[outcome] ?? outcome}), looked at on ${takenAt}, lab ${hash}`,
      ),
    ],
    refused: (file, code) => `${file}: refused (${code})`,
  },
};
