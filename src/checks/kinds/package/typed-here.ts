import { message, type Message } from '../../../messages/message';
import { aptAnswerIn, isInstallation } from '../../../text/console/apt';
import { commandsOf } from '../../../text/console/commands';
import { nearest } from '../../../text/nearest';
import type { RanCommand } from '../logs/console';
import { consoleIfRead } from '../logs/console-if-read';
import type { Elsewhere } from './elsewhere';

/** An installation that was typed in the very container in which a package is missing. */
export interface TypedHere {
  /** Why it came to nothing; `undefined`: the console does not say. */
  readonly because?: Message;
  /** Nothing is wrong with it: it waits, or works. */
  readonly goesOn: boolean;
}

/** The last one of this package, or of what looks like its name; as far as the console is read. */
export function typedHere(
  missing: { readonly package: string; readonly name: string },
  { container, lab, look }: Elsewhere,
): TypedHere | undefined {
  const ran = consoleIfRead(missing.name, container, lab, look)?.ran ?? [];
  const typed = ran.findLast((one) => isOf(one, missing.package));
  return typed && { ...explained(missing, typed), goesOn: typed.runs === true };
}

function isOf({ command }: RanCommand, wanted: string): boolean {
  const [words = []] = commandsOf(command);
  if (!isInstallation(words)) return false;
  const names = words.slice(2).filter((word) => !word.startsWith('-'));
  return names.includes(wanted) || names.some((name) => nearest(name, [wanted]) === wanted);
}

const longest = 200;

function explained(
  missing: { readonly package: string; readonly name: string },
  { command, failure, runs }: RanCommand,
): { readonly because?: Message } {
  if (failure === undefined) return {};
  const met = aptAnswerIn(failure);
  const of = { ...missing, command: command.slice(0, longest) };
  if (met?.answer !== undefined)
    return {
      because: message('package.declined', { ...missing, yes: met.yes, answer: met.answer.slice(0, 60) }),
    };
  if (met && runs) return { because: message('package.unanswered', { ...missing, yes: met.yes }) };
  return {
    because: runs
      ? message('package.installing', of)
      : message('package.install-failed', { ...of, said: failure.slice(0, longest) }),
  };
}
