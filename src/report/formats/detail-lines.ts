import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { namedDifferences } from '../named-differences';
import { words } from '../words';

/** Why a check did not pass and what to try, for formats in which each check stands for itself. Not escaped; the author's hint may have several lines. */
export function detailLines(check: ShownCheck, { language }: ShownReport): readonly string[] {
  const { outcome, message, advice, hint, command } = check;
  if (outcome === 'passed') return [];
  const word = words[language];
  return [
    message?.text ?? word.outcome[outcome],
    ...namedDifferences(check, language).map(
      ({ name, expected, seen }) =>
        `${name} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`,
    ),
    ...(advice === undefined ? [] : [`→ ${advice}`]),
    ...(hint === undefined ? [] : [`→ ${hint}`]),
    ...(command === undefined ? [] : command.split('\n').map((line) => `$ ${word.command} ${line}`)),
  ];
}
