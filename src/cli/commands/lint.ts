import { formatProblems, formatWarnings } from '../../spec/format-problems';
import type { Problem } from '../../spec/problem';
import type { Language } from '../../text/language';
import { escapeTerminal } from '../../text/terminal';
import type { Io } from '../io';
import { findLabs } from '../../grading/lab-files';
import { loadOne, sameId, warningsOf } from '../../grading/load-labs';

type LintIo = Pick<Io, 'out' | 'err' | 'language' | 'color' | 'cwd'>;

export interface LintArgs {
  /** Ids or paths; without any all labs of the folder. */
  readonly labs: readonly string[];
  readonly folder?: string;
}

/** Checks labs without an engine. Exit code 0 when all are sound, with warnings on stderr; 2 with nothing but the problems there. */
export function lintLabs({ labs, folder = 'labs' }: LintArgs, io: LintIo): number {
  const found = findLabs(labs, folder, io.cwd);
  if (!found.ok) return refuse(found.error, io);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lines: string[] = [];
  const ids = new Map<string, string>();
  for (const one of found.value) {
    const { file } = one;
    const lab = loadOne(one);
    const other = lab.ok ? ids.get(lab.value.id) : undefined;
    if (!lab.ok) problems.push(...lab.error);
    else if (other !== undefined) problems.push(sameId(file, lab.value.id, other));
    else {
      ids.set(lab.value.id, file);
      const checks = lab.value.tasks.reduce((count, task) => count + task.checks.length, 0);
      const told = warningsOf(one);
      warnings.push(...told);
      lines.push(summary[io.language](file, lab.value.tasks.length, checks, told.length));
    }
  }
  if (problems.length > 0) return refuse(problems, io);
  io.out(lines.map((line) => `${escapeTerminal(line)}\n`).join(''));
  io.err(formatWarnings(warnings, io.language, { color: io.color }));
  return 0;
}

function refuse(problems: readonly Problem[], { err, language, color }: LintIo): number {
  err(formatProblems(problems, language, { color }));
  return 2;
}

type Summary = (file: string, tasks: number, checks: number, warnings: number) => string;

const summary: Readonly<Record<Language, Summary>> = {
  fr: (file, tasks, checks, warnings) =>
    `${file}  correct (tâches : ${tasks}, vérifications : ${checks}${warnings > 0 ? `, avertissements : ${warnings}` : ''})`,
  en: (file, tasks, checks, warnings) =>
    `${file}  sound (tasks: ${tasks}, checks: ${checks}${warnings > 0 ? `, warnings: ${warnings}` : ''})`,
};
