import type { ShownCheck, ShownReport } from '../shown/shown-report';
import { words } from '../words';

/** Why a check did not pass and what to try, for formats in which each check stands for itself. Not escaped; the author's hint may have several lines. */
export function detailLines(check: ShownCheck, { language }: ShownReport): readonly string[] {
  const { outcome, message, differences, advice, hint, command } = check;
  if (outcome === 'passed') return [];
  const word = words[language];
  return [
    message?.text ?? word.outcome[outcome],
    ...differences.map(
      ({ key, expected, seen }) =>
        `${key} — ${word.expected} ${expected}${word.semicolon} ${word.seen} ${seen}`,
    ),
    ...(advice === undefined ? [] : [`→ ${advice}`]),
    ...(hint === undefined ? [] : [`→ ${hint}`]),
    ...(command === undefined ? [] : command.split('\n').map((line) => `$ ${word.command} ${line}`)),
  ];
}
