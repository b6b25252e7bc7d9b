import { formatNames, type FormatName } from '../report/formats/names';
import { parseDuration } from '../text/duration';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';

/** When the job fails although grading worked: below the labs' pass marks, never, or below so many points in all. */
export type FailBelow = 'pass' | 'never' | number;

/** What a workflow gives to the action, checked. */
export interface ActionInputs {
  /** Ids or paths; none: all of the folder. */
  readonly labs: readonly string[];
  /** Where labs and graders are, if not those that ship. */
  readonly labsFolder?: string;
  readonly gradersFolder?: string;
  readonly answers?: string;
  readonly language: Language;
  /** On the labs’ scale; instead of their own. */
  readonly passMark?: number;
  /** Files for the artifact. */
  readonly reports: readonly FormatName[];
  /** Saved evidence, a report or a session, instead of the runner’s own engine. */
  readonly submission?: string;
  /** With it only what can be attested is taken: labs that ship, and evidence of this folder. */
  readonly evidenceFolder?: string;
  /** For playing it; as it was written. */
  readonly timeLimit?: string;
  readonly failBelow: FailBelow;
  /** Empty: no artifact. */
  readonly artifact: string;
}

/** What is wrong with an input; `value` is not escaped. */
export interface InputProblem {
  readonly input: string;
  readonly value: string;
  /** What would be right. */
  readonly expected: string;
}

/** Reads the inputs from the environment (`INPUT_LABS`, …), where `action.yml` puts them; all problems at once. */
export function readInputs(
  env: Readonly<Record<string, string | undefined>>,
): Result<ActionInputs, readonly InputProblem[]> {
  const problems: InputProblem[] = [];
  const text = (name: string): string =>
    (env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim();
  const check = <T>(name: string, value: T | undefined, expected: string): T | undefined => {
    if (value === undefined) problems.push({ input: name, value: text(name), expected });
    return value;
  };
  const reports = words(text('reports'));
  const unknown = reports.filter((name) => !isFormat(name));
  if (unknown.length > 0)
    problems.push({ input: 'reports', value: unknown.join(' '), expected: formatNames.join(' ') });
  const language = check('language', languageOf(text('language')), 'fr, en');
  const failBelow = check('fail-below', failBelowOf(text('fail-below')), 'pass, never, 12.5');
  const passMark =
    text('pass-mark') === '' ? undefined : check('pass-mark', pointsOf(text('pass-mark')), '0, 10, 12.5');
  const timeLimit =
    text('time-limit') === '' ? '' : check('time-limit', durationOf(text('time-limit')), '5m, 1m30s');
  const artifact = check('artifact', artifactOf(text('artifact')), 'vigie-02-ubuntu');
  if (problems.length > 0 || language === undefined || failBelow === undefined || artifact === undefined)
    return err(problems);
  const optional = {
    labsFolder: text('labs-folder'),
    gradersFolder: text('graders-folder'),
    answers: text('answers'),
    submission: text('submission'),
    evidenceFolder: text('evidence-folder'),
    timeLimit,
  };
  return ok({
    labs: words(text('labs')),
    language,
    reports: [...new Set(reports.filter(isFormat))],
    failBelow,
    artifact,
    ...(passMark !== undefined && { passMark }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
  });
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

const isFormat = (text: string): text is FormatName => (formatNames as readonly string[]).includes(text);

const languageOf = (text: string): Language | undefined =>
  text === 'fr' || text === 'en' ? text : undefined;

const pointsOf = (text: string): number | undefined =>
  /^\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;

const failBelowOf = (text: string): FailBelow | undefined =>
  text === 'pass' || text === 'never' ? text : pointsOf(text);

const durationOf = (text: string): string | undefined => (parseDuration(text).ok ? text : undefined);

/** What GitHub takes as the name of an artifact. */
const artifactOf = (text: string): string | undefined =>
  /["<>|*?:\\/\r\n]/.test(text) || text.length > 200 ? undefined : text;
