import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { labsOfResults, regradeClass, type Regraded } from '../../class/regrade/regrade-class';
import type { RegradeProblem } from '../../class/regrade/regrade-student';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs } from '../../grading/load-labs';
import { localeOf } from '../../grading/locale';
import { formatProblems } from '../../spec/format-problems';
import type { Language } from '../../text/language';
import { textOfStudentProblem } from '../class-problem';
import { classWords } from '../class-words';
import type { Io } from '../io';
import { sayLines } from '../say';
import { stopOnSignal } from '../stop-on-signal';

export interface ClassRegradeFlags {
  readonly labs: string;
  readonly evidence: string;
  readonly allowOutside?: boolean;
}

const listed = 20;

/** `vigie class regrade`: 0 everyone was judged again, 2 there is nothing to judge or no such lab, 3 somebody was not, or it was interrupted. */
export async function regradeResults(results: string, flags: ClassRegradeFlags, io: Io): Promise<ExitCode> {
  const word = words[io.language];
  const say = (sentences: readonly string[]): string => sayLines(sentences, io);
  const folder = resolve(io.cwd, results);
  const names = labsOfResults(folder);
  if (names.length === 0) {
    io.err(say([word.noResults(results)]));
    return exitCodes.usage;
  }
  const labs = loadLabs(names, flags.labs, io.cwd);
  if (!labs.ok) {
    io.err(formatProblems(labs.error, io.language, { color: io.color }));
    return exitCodes.usage;
  }
  const missed: string[] = [];
  const { stop, release } = stopOnSignal(classWords[io.language].stopping);
  const regraded = await regradeClass({
    labs: labs.value,
    locale: localeOf(io.language),
    language: io.language,
    evidence: resolve(io.cwd, flags.evidence),
    allowOutside: flags.allowOutside ?? false,
    results: folder,
    now: () => new Date(),
    say: (problem) => textOf(problem, io.language),
    onNotRegraded: (id, code, text) => {
      if (missed.length < listed) missed.push(`${id}: ${code}: ${text}`);
    },
    stop,
    breathe: () => nextTurn(),
  });
  release();
  if (!regraded.ok) {
    io.err(say([classWords[io.language].folder(regraded.error)]));
    return exitCodes.incomplete;
  }
  if (!regraded.value) {
    io.err(say([word.interrupted]));
    return exitCodes.incomplete;
  }
  const { notRegraded } = regraded.value;
  const more = notRegraded > missed.length ? [classWords[io.language].more(notRegraded - missed.length)] : [];
  io.err(say([...missed, ...more]));
  io.out(say(word.regraded(regraded.value)));
  return notRegraded > 0 ? exitCodes.incomplete : exitCodes.reached;
}

function textOf(problem: RegradeProblem, language: Language): string {
  return problem.from === 'regrade'
    ? words[language][problem.problem.code]
    : textOfStudentProblem(problem, language);
}

interface Words {
  readonly noResults: (folder: string) => string;
  readonly interrupted: string;
  readonly regraded: (regraded: Regraded) => readonly string[];
  readonly 'regrade.no-evidence': string;
  readonly 'regrade.evidence-changed': string;
  readonly 'regrade.other-lab': string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    noResults: (folder) => `${folder} ne contient aucun résultat noté.`,
    interrupted: 'Interrompu : rien n’a été gardé. Relancez la même commande.',
    regraded: ({ folder, regraded, changed, better, worse, notRegraded }) => [
      `${regraded} étudiants jugés à nouveau : ${changed} ont des différences, ${better} gagnent des points, ${worse} en perdent ; ${notRegraded} non jugés.`,
      `Anciens résultats inchangés ; nouveaux résultats, differences.txt et differences.json : ${folder}`,
    ],
    'regrade.no-evidence': 'aucun relevé à juger à nouveau',
    'regrade.evidence-changed': 'le relevé n’est plus celui qui avait été jugé',
    'regrade.other-lab': 'ce résultat n’est d’aucun de ces TP',
  },
  en: {
    noResults: (folder) => `${folder} has no graded result in it.`,
    interrupted: 'Interrupted: nothing was kept. Run the same command again.',
    regraded: ({ folder, regraded, changed, better, worse, notRegraded }) => [
      `${regraded} students judged again: ${changed} have differences, ${better} gain points, ${worse} lose some; ${notRegraded} not judged.`,
      `The old results are as they were; new results, differences.txt and differences.json: ${folder}`,
    ],
    'regrade.no-evidence': 'there is no evidence to judge again',
    'regrade.evidence-changed': 'the evidence is no longer what was judged',
    'regrade.other-lab': 'this result is of none of these labs',
  },
};
