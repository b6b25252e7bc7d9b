import { resolve } from 'node:path';
import type { Language } from '../../text/language';
import type { ReportWish } from '../report-wish';

interface GivenFlags {
  readonly evidence?: string;
  readonly submission?: string;
  readonly watch?: boolean;
  readonly answers?: string;
  readonly host?: string;
  readonly context?: string;
  readonly graders: readonly string[];
  readonly testNamePattern?: string;
  readonly report: readonly ReportWish[];
  readonly sign?: string | boolean;
  readonly saveEvidence?: string;
}

type Mode = 'evidence' | 'submission' | 'watch';

/**
 * Why flags of `vigie grade` do not go together, in one sentence; nothing where they do. A flag that would have no effect is refused: whoever gave it meant
 * something. A dry run takes them all, since it only says what would be asked.
 */
export function flagsProblem(flags: GivenFlags, cwd: string, language: Language): string | undefined {
  const given: Readonly<Record<string, boolean>> = {
    evidence: flags.evidence !== undefined,
    submission: flags.submission !== undefined,
    watch: flags.watch === true,
    answers: flags.answers !== undefined,
    host: flags.host !== undefined,
    context: flags.context !== undefined,
    graders: flags.graders.length > 0,
    'test-name-pattern': flags.testNamePattern !== undefined,
    report: flags.report.length > 0,
    sign: flags.sign !== undefined,
    'save-evidence': flags.saveEvidence !== undefined,
  };
  for (const mode of modes) {
    const idle = given[mode] === true ? idleWith[mode].find((flag) => given[flag] === true) : undefined;
    if (idle !== undefined) return words[language].apart(idle, mode);
  }
  const twice = fileTwice(flags, cwd);
  return twice === undefined ? undefined : words[language].sameFile(twice);
}

const modes: readonly Mode[] = ['evidence', 'submission', 'watch'];

/** What has no effect beside each of them. */
const idleWith: Readonly<Record<Mode, readonly string[]>> = {
  evidence: ['submission', 'watch', 'answers', 'host', 'context', 'graders', 'test-name-pattern'],
  submission: ['watch', 'host', 'context', 'test-name-pattern'],
  watch: ['report', 'sign', 'save-evidence', 'test-name-pattern'],
};

/** A file, as it was named, that the last of two would have alone. */
function fileTwice({ report, saveEvidence }: GivenFlags, cwd: string): string | undefined {
  // What is written to a device replaces nothing.
  const files = [...report.map(({ file }) => file), saveEvidence]
    .filter((file) => file !== undefined)
    .filter((file) => !file.startsWith('/dev/'));
  const paths = files.map((file) => resolve(cwd, file));
  return files.find((_, index) => paths.indexOf(paths[index] ?? '') !== index);
}

interface Words {
  readonly apart: (flag: string, mode: Mode) => string;
  readonly sameFile: (file: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    apart: (flag, mode) => `--${flag} ne va pas avec --${mode} : ${why.fr[mode]}.`,
    sameFile: (file) =>
      `${file} est demandé deux fois : le second remplacerait le premier. Donnez à chacun son fichier.`,
  },
  en: {
    apart: (flag, mode) => `--${flag} does not go with --${mode}: ${why.en[mode]}.`,
    sameFile: (file) =>
      `${file} is asked for twice: the second would replace the first. Give each a file of its own.`,
  },
};

const why: Readonly<Record<Language, Readonly<Record<Mode, string>>>> = {
  fr: {
    evidence:
      'un relevé contient déjà tout ce qui a été vu, réponses et tests compris, et rien d’autre n’est examiné',
    submission: 'un rendu est joué une seule fois, sur un moteur jetable qui est à lui',
    watch: 'il suit l’hôte sans écrire de fichier ; vigie grade le fait ensuite',
  },
  en: {
    evidence:
      'evidence already holds all that was seen, answers and tests too, and nothing else is looked at',
    submission: 'a submission is played once, on a disposable engine of its own',
    watch: 'it follows the host and writes no file; vigie grade does so afterwards',
  },
};
