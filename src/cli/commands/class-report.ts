import { existsSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import type { Earlier } from '../../class/gradebook/changes';
import { canvasGradebook } from '../../class/gradebook/formats/canvas';
import { csvGradebook } from '../../class/gradebook/formats/csv';
import { htmlGradebook } from '../../class/gradebook/formats/html/page';
import { gradebookWords } from '../../class/gradebook/formats/html/words';
import { importParts, type ImportPart } from '../../class/gradebook/formats/import-parts';
import { jsonGradebook } from '../../class/gradebook/formats/json';
import { moodleGradebook, mostInMoodle } from '../../class/gradebook/formats/moodle';
import type { Gradebook } from '../../class/gradebook/gradebook';
import { makeGradebook } from '../../class/gradebook/make-gradebook';
import { readGradebook } from '../../class/gradebook/read-gradebook';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { readTextFile } from '../../grading/read-text-file';
import { writeWhole } from '../../grading/write-file';
import { graderVersion } from '../../grading/version';
import { escapeTerminal } from '../../text/terminal';
import { classReportWords } from '../class-report-words';
import { readResults } from '../class-results';
import type { Io } from '../io';
import { textOfTrouble, troubleOf } from '../../text/file-trouble';

export interface ClassReportFlags {
  readonly out?: string;
  readonly csv?: string;
  readonly moodle?: string;
  readonly canvas?: string;
  readonly json?: string;
  readonly since?: string;
}

type ReportIo = Pick<Io, 'out' | 'err' | 'language' | 'cwd'>;

/** A gradebook of ten thousand students has some ten megabytes. */
const maxGradebookBytes = 256 * 1024 * 1024;

/** `vigie class report`: 0 when all was written, 2 when there is nothing to read, 3 when a file could not be written. */
export function reportClass(folder: string, flags: ClassReportFlags, io: ReportIo): ExitCode {
  const words = classReportWords[io.language];
  const refuse = (text: string): ExitCode => {
    io.err(`${escapeTerminal(text)}\n`);
    return exitCodes.usage;
  };
  const earlier = flags.since === undefined ? undefined : readEarlier(flags.since, io);
  if (typeof earlier === 'string') return refuse(earlier);
  const results = readResults(resolve(io.cwd, folder));
  if (!results.ok) return refuse(words.noResults(folder, results.error));
  const { language } = io;
  const gradebook = makeGradebook(results.value, {
    language,
    grader: graderVersion,
    ...(earlier && { earlier }),
  });
  sayNotRead(gradebook, io);
  const isWritten = filesOf(gradebook, flags, io).map((file) => write(file, io));
  io.out(`${words.counts(countsOf(gradebook))}\n`);
  return isWritten.includes(false) ? exitCodes.incomplete : exitCodes.reached;
}

function readEarlier(file: string, { language, cwd }: ReportIo): Earlier | string {
  const say = classReportWords[language].earlier;
  const text = readTextFile(resolve(cwd, file), maxGradebookBytes);
  if (!text.ok) return say[`gradebook.${text.error.code}`](file, text.error.detail);
  const read = readGradebook(text.value);
  return read.ok ? read.value : say[read.error.code](file, read.error.detail);
}

interface OutFile {
  readonly file: string;
  readonly text: () => string;
}

function filesOf(gradebook: Gradebook, flags: ClassReportFlags, io: ReportIo): readonly OutFile[] {
  const { out, csv, moodle, canvas, json } = flags;
  if (moodle !== undefined && gradebook.labs.some(({ max }) => max > mostInMoodle))
    io.err(`${classReportWords[io.language].aboveMoodle(mostInMoodle)}\n`);
  return [
    ...(out === undefined ? [] : [{ file: out, text: () => htmlGradebook(gradebook) }]),
    ...(csv === undefined ? [] : [{ file: csv, text: () => csvGradebook(gradebook) }]),
    ...(json === undefined ? [] : [{ file: json, text: () => jsonGradebook(gradebook) }]),
    ...(moodle === undefined ? [] : importFiles(moodle, gradebook, moodleGradebook, io)),
    ...(canvas === undefined ? [] : importFiles(canvas, gradebook, canvasGradebook, io)),
  ];
}

/** The file asked for, and one more for each lab of which somebody has a mark that is not in it. */
function importFiles(
  file: string,
  gradebook: Gradebook,
  format: (part: ImportPart) => string,
  io: ReportIo,
): readonly OutFile[] {
  const [whole, ...parts] = importParts(gradebook);
  const more = parts
    .map((part, index) => ({ part, file: besides(file, part.only ?? '', index) }))
    // What an earlier run left there would be imported again.
    .filter(({ part, file }) => part.rows.length > 0 || existsSync(resolve(io.cwd, file)));
  const needed = more.filter(({ part }) => part.rows.length > 0);
  if (needed.length > 0)
    io.err(
      `${escapeTerminal(classReportWords[io.language].more(needed.map((one) => one.file).join(', ')))}\n`,
    );
  return [
    ...(whole ? [{ file, text: () => format(whole) }] : []),
    ...more.map(({ part, file }) => ({ file, text: () => format(part) })),
  ];
}

/** `moodle.02-ubuntu.csv` beside `moodle.csv`; what would not be a plain name is numbered. */
function besides(file: string, lab: string, index: number): string {
  const { ext } = parse(file);
  const name = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(lab) ? lab : `lab-${index + 1}`;
  return `${file.slice(0, file.length - ext.length)}.${name}${ext}`;
}

function write({ file, text }: OutFile, { cwd, err, language }: ReportIo): boolean {
  try {
    writeWhole(resolve(cwd, file), text());
    return true;
  } catch (error) {
    err(`${escapeTerminal(`${file}: ${textOfTrouble(troubleOf(error), language)}`)}\n`);
    return false;
  }
}

const mostTold = 20;

function sayNotRead({ notRead }: Gradebook, { err, language }: ReportIo): void {
  for (const { file, code } of notRead.slice(0, mostTold))
    err(
      `${escapeTerminal(classReportWords[language].notRead(file, gradebookWords[language].notReadWhy[code]))}\n`,
    );
  if (notRead.length > mostTold) err(`… ${notRead.length}\n`);
}

const countsOf = ({ students, notRead, copies }: Gradebook) => {
  const incomplete = students.filter(({ outcome }) => outcome === 'incomplete').length;
  return {
    students: students.length,
    marked: students.length - incomplete,
    incomplete,
    notRead: notRead.length,
    copies: copies.length,
  };
};
