import { aptFailure } from './apt';
import type { Command } from './commands';

/** What a command showed that says that it did not do its work; as a line of what was shown. */
export type Failure = string;

/**
 * The line of a command's output that says that it failed, by the words of shells, apt, service and nginx; `undefined`: nothing says so. `isOver`: a prompt stands behind it.
 */
export function failureOf(
  command: Command,
  output: string,
  { isOver }: { readonly isOver: boolean },
): Failure | undefined {
  const [name = '', ...words] = command;
  const lines = output.split('\n').map((line) => line.trim());
  const find = (test: (line: string) => boolean): Failure | undefined => lines.find(test);
  const called = name === 'service' && words[0] !== undefined ? [name, words[0]] : [name];
  const notStarted = find(
    (line) =>
      /^(?:-?(?:ba|da|a)?sh|sudo|env): /.test(line) &&
      /not found|No such file or directory|Permission denied/.test(line) &&
      called.some((word) => line.split(/[\s:/]+/).includes(word)),
  );
  if (notStarted !== undefined) return notStarted;
  if (/^(?:apt|apt-get|aptitude)$/.test(name)) return aptFailure(command, lines, isOver);
  if (name === 'service')
    return find((line) => /unrecognized service|\b(?:fail|failed)!|\[fail\]/i.test(line));
  if (name === 'nginx') return find((line) => line.startsWith('nginx: [emerg]'));
  return undefined;
}
