import { join } from 'node:path';
import type { FormatName } from '../report/formats/names';
import type { FoundSubmission } from './find-submission';
import type { ActionInputs } from './inputs';

/** Where the package is, and where files go. */
export interface Folders {
  /** Of the labs and graders that ship. */
  readonly package: string;
  /** What becomes the artifact. */
  readonly reports: string;
  /** What only the step itself reads. */
  readonly step: string;
}

const stepFormats = ['github', 'classroom'] as const satisfies readonly FormatName[];
/** Whatever else is asked for: the grade and the step’s summary. */
const ownFormats = ['json', 'markdown', ...stepFormats] as const satisfies readonly FormatName[];

/** Where the report of a format goes. */
export function fileOf(format: FormatName, { reports, step }: Folders): string {
  const folder = (stepFormats as readonly FormatName[]).includes(format) ? step : reports;
  return join(folder, names[format] ?? `${format}.json`);
}

/** The others are JSON. */
const names: Readonly<Partial<Record<FormatName, string>>> = {
  terminal: 'report.txt',
  json: 'report.json',
  html: 'report.html',
  markdown: 'report.md',
  github: 'annotations.txt',
  badge: 'badge.svg',
  junit: 'junit.xml',
  tap: 'report.tap',
  csv: 'grades.csv',
  classroom: 'classroom.txt',
};

/** The commands of `vigie` that grade as the inputs say. Converting a report takes one for each format. */
export function vigieCommands(
  inputs: ActionInputs,
  found: FoundSubmission | undefined,
  folders: Folders,
  signedFor?: string,
): readonly (readonly string[])[] {
  const formats = [...new Set<FormatName>([...ownFormats, ...inputs.reports])];
  const wishes = formats.map((format) => `${format}=${fileOf(format, folders)}`);
  const language = ['--lang', inputs.language];
  const kind = found?.kind;
  if (found?.kind === 'report')
    return ['terminal', ...wishes].map((wish) => ['report', ...language, '--', wish, found.path]);
  const option = (name: string, value: string | number | undefined): string[] =>
    value === undefined ? [] : [`--${name}`, String(value)];
  return [
    [
      'grade',
      ...language,
      ...option('labs', inputs.labsFolder ?? `${folders.package}/labs`),
      // Evidence has the answers and the results of tests in it: these would have no effect, and are refused.
      ...(kind === 'evidence'
        ? []
        : [...option('graders', inputs.gradersFolder), ...option('answers', inputs.answers)]),
      ...option('pass', inputs.passMark),
      ...option(kind === 'replay' ? 'submission' : 'evidence', found?.path),
      // A limit for what is not played would be refused.
      ...(kind === 'replay' ? option('time-limit', inputs.timeLimit) : []),
      ...(signedFor === undefined ? [] : ['--sign', '--signed-for', signedFor]),
      ...wishes.flatMap((wish) => ['--report', wish]),
      // What a workflow gives as names is never an option.
      '--',
      ...inputs.labs,
    ],
  ];
}
