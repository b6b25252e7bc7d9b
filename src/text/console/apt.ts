import type { Command } from './commands';

/** apt's question before it installs, and what stands behind it on its line. It is asked in French where that is installed. */
const question = /^(?:Do you want to continue\?|Souhaitez-vous continuer\s?\?) \[([YO])\/n\](?: (.*))?$/;
/** The line above the question: an engine keeps a line in its log when it ends, and that of the question ends with the answer. */
const above = /^(?:(After)|Après) (?:this operation|cette opération), .*\.$/;
const assumesYes = /^(?:-[a-z]*y[a-z]*|-qq|--yes|--assume-yes)$/;
const aborted = /^(?:Abort|Annulation)\.$/;
const install = /^(?:install|upgrade|full-upgrade|dist-upgrade|reinstall)$/;

/** How apt's question was met. `answer`: what was typed, empty where its input ended (Ctrl-D), `^C` for Ctrl-C; `undefined`: nothing yet. */
export interface AptAnswer {
  /** The letter that means yes. */
  readonly yes: string;
  readonly answer: string | undefined;
}

/** Reads the line of a failed `apt` that is its question; any other line is none. */
export function aptAnswerIn(line: string): AptAnswer | undefined {
  const [size, english] = above.exec(line) ?? [];
  if (size !== undefined) return { yes: english === undefined ? 'O' : 'Y', answer: undefined };
  const [, yes, said = ''] = question.exec(line) ?? [];
  if (yes === undefined) return undefined;
  // Ctrl-D leaves no line feed.
  if (aborted.test(said)) return { yes, answer: '' };
  return { yes, answer: said === '' ? undefined : said };
}

export const isInstallation = ([name = '', ...words]: Command): boolean =>
  /^(?:apt|apt-get|aptitude)$/.test(name) && words.some((word) => install.test(word));

/** The line that says why an `apt` did not do its work: its question, where that was met with something else than yes. */
export function aptFailure(command: Command, lines: readonly string[], isOver: boolean): string | undefined {
  const asked = command.slice(1).filter((word) => !word.startsWith('-'));
  const installs = isInstallation(command);
  // Another command of the same line may be the one that failed.
  const isDone = lines.some((line) => {
    const name = /^(?:Setting up ([\w.+-]+)(?::\w+)? \(|([\w.+-]+) is already the newest version)/
      .exec(line)
      ?.slice(1)
      .find(Boolean);
    return name !== undefined && asked.includes(name);
  });
  if (installs && isDone) return undefined;
  const met = lines.findLast((line) => question.test(line));
  const said = lines.find((line) => /^(?:E: |dpkg: error)/.test(line) || aborted.test(line));
  if (said !== undefined) return aborted.test(said) ? (met ?? said) : said;
  if (met !== undefined && aptAnswerIn(met)?.answer === '') return met;
  const last = lines.findLast((line) => line !== '') ?? '';
  if (installs && last.endsWith('^C')) return last;
  if (!installs || isOver) return undefined;
  // Nobody has answered its question, or it still runs.
  return above.test(last) && command.some((word) => assumesYes.test(word)) ? '' : last;
}
