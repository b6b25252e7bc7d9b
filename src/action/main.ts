import { endStep } from './begin';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gradebook } from '../class/gradebook/gradebook';
import { exitCodes } from '../grading/exit-code';
import { readReportFile } from '../grading/report-file';
import type { FormatName } from '../report/formats/names';
import type { GradeOutcome } from '../score/grade';
import type { Language } from '../text/language';
import { classSummary } from './class-summary';
import { askedFor } from './asked-for';
import { fileOf, vigieCommands, type Folders } from './grade-arguments';
import { readInputs, type ActionInputs } from './inputs';
import { isOldNode } from './node-version';
import { packageFolder } from './package-folder';
import { outputLines, outputsOf } from './outputs';
import { runVigie, type Ran } from './run-vigie';
import { otherLabs } from './same-labs';
import { verdictOf } from './verdict';
import { textOfInputProblem, words } from './words';
import { annotation, unheeded } from './workflow-log';

// The steps of action.yml and class.yml: `grade` leaves files, a summary, annotations and outputs, `verdict` ends the job as its author asked, in that
// order so that a low mark does not keep the artifact from being uploaded between the two.

async function grade(inputs: ActionInputs, env: NodeJS.ProcessEnv): Promise<number> {
  const { language } = inputs;
  const asked = askedFor(inputs);
  if (!asked.ok) return refuse(asked.error);
  const { labs, found } = asked.value;
  if (found?.kind === 'report') say(annotation('warning', words[language].trustsReport));

  const folders = makeFolders(env);
  const runs: Ran[] = [];
  for (const command of vigieCommands(inputs, found, folders, signedFor(env)))
    // What is played takes a disposable engine, and that takes root.
    runs.push(await runVigie(packageFolder, command, env, found?.kind === 'replay'));
  say(unheeded(runs.map(({ text }) => text).join(''), randomUUID()));
  const code = Math.max(...runs.map((run) => run.code));
  if (code === exitCodes.usage) return refuse([]);

  const read = (format: FormatName): string => readIfThere(fileOf(format, folders));
  const reports = readReportFile(fileOf('json', folders));
  // What was written is asked, not what was handed in, which could be another file by then.
  const others = reports.ok ? otherLabs(reports.value, labs, inputs.labs.length > 0) : undefined;
  if (found?.kind === 'report' && others)
    return refuse([words[language].otherLabs(others.seen, others.expected)]);
  const outputs = outputsOf({
    ...(reports.ok && !others && { reports: reports.value }),
    // As it would be written for a step of its own.
    classroom: read('classroom')
      .replace(/^result=/, '')
      .trim(),
    folder: folders.reports,
    reportFile: fileOf('json', folders),
    digest: digestOf(fileOf('json', folders)),
    artifact: inputs.artifact,
  });
  if (code === exitCodes.incomplete && outputs.outcome !== 'incomplete')
    say(annotation('warning', words[language].notWritten));
  say(read('github'));
  append(env['GITHUB_STEP_SUMMARY'], read('markdown') || `${words[language].couldNotGrade}\n`);
  append(env['GITHUB_OUTPUT'], outputLines({ ...outputs }, `vigie-${randomUUID()}`));
  return 0;
}

/** With a key in the environment reports are signed, for the commit that was graded. */
function signedFor({
  VIGIE_SIGNING_KEY,
  GITHUB_REPOSITORY,
  GITHUB_SHA,
}: NodeJS.ProcessEnv): string | undefined {
  return VIGIE_SIGNING_KEY ? `${GITHUB_REPOSITORY ?? ''}@${GITHUB_SHA ?? ''}` : undefined;
}

function makeFolders(env: NodeJS.ProcessEnv): Folders {
  const folder = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'vigie-'));
  const folders = { package: packageFolder, reports: join(folder, 'reports'), step: join(folder, 'step') };
  mkdirSync(folders.reports);
  mkdirSync(folders.step);
  return folders;
}

/** Of the bytes, which are what is uploaded. */
const digestOf = (file: string): string =>
  existsSync(file) ? `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}` : '';

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function verdict({ failBelow, language }: ActionInputs, env: NodeJS.ProcessEnv): number {
  const { OUTCOME: outcome = '', SCORE: score = '', MAX: max = '' } = env;
  const known = outcome === 'reached' || outcome === 'below';
  const whole: GradeOutcome = known ? outcome : 'incomplete';
  const { below, couldNotGrade } = words[language];
  switch (verdictOf(whole, score === '' ? undefined : Number(score), failBelow)) {
    case 'passed':
      return exitCodes.reached;
    case 'below':
      say(annotation('error', below(score, max)));
      return exitCodes.below;
    case 'could-not-grade':
      say(annotation('error', couldNotGrade));
      return exitCodes.incomplete;
  }
}

/** For class.yml, which has just had this gradebook written. */
function summarize(file: string, language: Language, env: NodeJS.ProcessEnv): number {
  const gradebook = JSON.parse(readFileSync(file, 'utf8')) as Gradebook;
  append(env['GITHUB_STEP_SUMMARY'], classSummary(gradebook, language));
  return exitCodes.reached;
}

async function main([step, file]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const language: Language = env['INPUT_LANGUAGE'] === 'en' ? 'en' : 'fr';
  if (isOldNode(process.versions.node)) return refuse([words[language].oldNode(process.versions.node)]);
  if (step === 'class-summary' && file !== undefined) return summarize(file, language, env);
  const inputs = readInputs(env);
  if (!inputs.ok) return refuse(inputs.error.map((problem) => textOfInputProblem(problem, language)));
  return step === 'verdict' ? verdict(inputs.value, env) : grade(inputs.value, env);
}

/** Nobody was graded, since the workflow asks for what cannot be. */
function refuse(problems: readonly string[]): number {
  for (const problem of problems) say(annotation('error', problem));
  return exitCodes.usage;
}

const say = (text: string): void => void process.stdout.write(text);

function append(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, text);
}

void main(process.argv.slice(2), process.env).then(endStep);
