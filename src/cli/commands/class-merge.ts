import { resolve } from 'node:path';
import { mergeFolders, type Merged, type MergeProblem } from '../../class/merge/merge-folders';
import { readRosterFile } from '../../class/roster/roster-file';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import type { Language } from '../../text/language';
import { classWords } from '../class-words';
import type { Io } from '../io';
import { sayLines } from '../say';
import { sayRosterProblems } from '../say-roster-problems';

export interface ClassMergeFlags {
  readonly out: string;
  readonly roster?: string;
}

/** Of each sort so many lines; in a class of thousands the count says enough. */
const listed = 20;

/** `vigie class merge`: 0 all is there, 2 nothing was merged, 3 a result is damaged or, against the roster, missing. */
export function mergeResults(folders: readonly string[], flags: ClassMergeFlags, io: Io): ExitCode {
  const word = words[io.language];
  const roster =
    flags.roster === undefined
      ? undefined
      : readRosterFile(resolve(io.cwd, flags.roster), flags.roster, io.language);
  if (roster && !roster.ok) {
    io.err(sayRosterProblems(roster.error, io));
    return exitCodes.usage;
  }
  const merged = mergeFolders(folders, flags.out);
  if (!merged.ok) {
    io.err(sayLines([problemText(merged.error, io.language)], io));
    return merged.error.code.startsWith('merge.') ? exitCodes.usage : exitCodes.incomplete;
  }
  const { ids, incomplete, conflicts, damaged } = merged.value;
  const there = new Set(ids);
  const missing = (roster?.value.entries ?? [])
    .filter(({ student }) => !there.has(student.id))
    .map(({ student }) => `${student.id} (${student.name})`);
  const known = new Set(roster?.value.entries.map(({ student }) => student.id));
  const strangers = roster ? ids.filter((id) => !known.has(id)) : [];
  const lines = [
    ...some(conflicts.map(word.conflict), io.language),
    ...some(damaged.map(word.damaged), io.language),
    ...some(missing.map(word.missing), io.language),
    ...(strangers.length > 0 ? [classWords[io.language].strangers(strangers, flags.out)] : []),
  ];
  io.err(sayLines(lines, io));
  io.out(sayLines([word.merged(ids.length, incomplete.length, roster && missing.length, flags.out)], io));
  return damaged.length > 0 || missing.length > 0 ? exitCodes.incomplete : exitCodes.reached;
}

const some = (lines: readonly string[], language: Language): readonly string[] =>
  lines.length > listed ? [...lines.slice(0, listed), words[language].more(lines.length - listed)] : lines;

function problemText(problem: MergeProblem, language: Language): string {
  switch (problem.code) {
    case 'merge.no-such-folder':
      return words[language].noSuchFolder(problem.args.path);
    case 'merge.not-empty':
      return words[language].notEmpty(problem.args.path);
    case 'results.unreadable':
    case 'results.unwritable':
      return classWords[language].folder(problem);
  }
}

interface Words {
  readonly conflict: (conflict: Merged['conflicts'][number]) => string;
  readonly damaged: (file: Merged['damaged'][number]) => string;
  readonly missing: (student: string) => string;
  readonly more: (count: number) => string;
  readonly merged: (students: number, incomplete: number, missing: number | undefined, out: string) => string;
  readonly noSuchFolder: (path: string) => string;
  readonly notEmpty: (path: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    conflict: ({ id, winner, losers }) =>
      `${id} : ${losers + 1} résultats différents ; est gardé ${winner} (avec note d’abord, puis le plus récent)`,
    damaged: ({ path, code }) => `${path} n’est pas un résultat lisible (${code}) : ignoré`,
    missing: (student) => `${student} : aucun résultat`,
    more: (count) => `… et ${count} de plus`,
    merged: (students, incomplete, missing, out) =>
      `${students} étudiants réunis dans ${out}, dont ${incomplete} sans note${missing === undefined ? '' : ` ; ${missing} de la liste manquent`}`,
    noSuchFolder: (path) => `Il n’y a pas de dossier ${path}.`,
    notEmpty: (path) => `${path} n’est pas vide : rien n’est réuni par-dessus d’autres résultats.`,
  },
  en: {
    conflict: ({ id, winner, losers }) =>
      `${id}: ${losers + 1} different results; ${winner} is kept (with a mark first, then the newest)`,
    damaged: ({ path, code }) => `${path} is no result that can be read (${code}): ignored`,
    missing: (student) => `${student}: no result`,
    more: (count) => `… and ${count} more`,
    merged: (students, incomplete, missing, out) =>
      `${students} students merged into ${out}, ${incomplete} of them without a mark${missing === undefined ? '' : `; ${missing} of the roster are missing`}`,
    noSuchFolder: (path) => `There is no folder ${path}.`,
    notEmpty: (path) => `${path} is not empty: nothing is merged over other results.`,
  },
};
