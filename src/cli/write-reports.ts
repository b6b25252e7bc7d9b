import { signedReport } from '../grading/sign-report';
import { addWhole, writeWhole } from '../grading/write-file';
import type { ShownReports } from '../report/formats/format';
import { textOfFormatProblem } from '../report/formats/format-problem';
import { formats, placings } from '../report/formats/registry';
import { ok } from '../text/result';
import { freePage, sayPage } from './free-page';
import type { Io } from './io';
import type { ReportWish } from './report-wish';
import { sayLines } from './say';
import { textOfTrouble, troubleOf } from '../text/file-trouble';

const unwritten = {
  fr: (file: string, why: string) =>
    `Le rapport ${file} ne peut pas être écrit : ${why}. Vérifiez le dossier, ses droits et la place libre.`,
  en: (file: string, why: string) =>
    `The report ${file} cannot be written: ${why}. Look at the folder, its permissions and the free space.`,
} as const;

/** Writes the reports asked for; true when one could not be written. */
export function writeReports(reports: ShownReports, wishes: readonly ReportWish[], io: Io): boolean {
  // All are tried: one that fails keeps nobody from the others.
  return wishes.map((wish) => writeReport(reports, wish, io)).includes(false);
}

function writeReport(reports: ShownReports, wish: ReportWish, io: Io): boolean {
  const { format, file: named, signing } = wish;
  const laid = formats[format](reports, io.env);
  const text = typeof laid === 'string' ? ok(laid) : laid;
  if (!text.ok) {
    io.err(sayLines([textOfFormatProblem(text.error, format, io.language)], io));
    return false;
  }
  const written = signing && format === 'json' ? signedReport(text.value, signing) : text.value;
  const placing = placings[format];
  // A page fills a terminal with its markup, and is for a browser.
  const page = format === 'html' && named === undefined && io.isTty ? freePage(io.cwd) : undefined;
  const file = page?.file ?? named ?? placing?.file;
  if (file === undefined) {
    io.out(written);
    return true;
  }
  try {
    (placing?.appends ? addWhole : writeWhole)(file, written);
    if (page) io.out(sayPage(page, io));
    return true;
  } catch (error) {
    const why = textOfTrouble(troubleOf(error), io.language);
    io.err(sayLines([unwritten[io.language](file, why)], io));
    return false;
  }
}
