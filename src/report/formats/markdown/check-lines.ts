import { attributeName } from '../../../checks/attribute-name';
import { aboutOf } from '../../../checks/tell/about';
import { tellExpected } from '../../../checks/tell/expected';
import { tellSeen } from '../../../checks/tell/seen';
import { escapeMarkdown, markdownCode } from '../../../text/escape-markdown';
import type { Brief } from '../../briefly';
import type { ShownCheck, ShownTask } from '../../shown/shown-report';
import type { Language } from '../../../text/language';
import { signs, words } from '../../words';
import { pointsText } from '../points-text';
import { cut } from './cut';
import type { Depth } from './depth';
import { markdownWords } from './words';

/** One check: its result on a line, and below it why and what to try. */
export function checkLines(
  check: ShownCheck,
  brief: Brief,
  language: Language,
  depth: Depth,
): readonly string[] {
  const { outcome, title } = check;
  const word = words[language];
  const { says, differences, advice, hint, command, note } = brief;
  const item = (text: string): string => `  - ${escapeMarkdown(text)}`;
  return [
    `- ${signs[outcome]} ${escapeMarkdown(cut(title, depth.title))} — ${word.outcome[outcome]}, ${pointsText(check, language)}`,
    ...(depth.says && says !== undefined ? [item(says)] : []),
    ...(depth.differences
      ? differences.map(
          ({ name, expected, seen }) =>
            `  - ${escapeMarkdown(name)} — ${word.expected} ${markdownCode(expected)}${word.semicolon} ${word.seen} ${markdownCode(seen)}`,
        )
      : []),
    ...(depth.hints ? hintItems([advice, hint], command, language) : []),
    ...(depth.says && note !== undefined ? [item(note)] : []),
  ];
}

function hintItems(
  hints: readonly (string | undefined)[],
  command: string | undefined,
  language: Language,
): readonly string[] {
  return [
    ...hints
      .flatMap((hint) => hint?.split('\n') ?? [])
      .filter((line) => line.trim() !== '')
      .map((line) => `  - → ${escapeMarkdown(line.trim())}`),
    ...(command === undefined
      ? []
      : command.split('\n').map((line) => `  - ${words[language].command} ${markdownCode(line)}`)),
  ];
}

/** What was expected and seen by the checks of a task, folded away. */
export function* evidenceLines({ checks }: ShownTask, language: Language, depth: Depth): Iterable<string> {
  if (depth.evidence === 0 || checks.every(({ assertions }) => assertions.length === 0)) return;
  const word = words[language];
  const value = (text: string): string => markdownCode(cut(text, depth.evidence));
  yield '';
  yield `<details><summary>${markdownWords[language].evidence}</summary>`;
  yield '';
  for (const { kind, title, assertions } of checks)
    for (const { key, outcome, expected, seen } of assertions)
      yield [
        `- ${signs[outcome]} ${escapeMarkdown(`${cut(title, depth.title)}, ${attributeName(kind, key, language)}`)}`,
        ...(expected === undefined
          ? []
          : [`${word.expected} ${value(tellExpected(aboutOf(kind, key), expected, language))}`]),
        ...(seen === undefined
          ? []
          : [`${word.seen} ${value(tellSeen(aboutOf(kind, key), expected, seen, language))}`]),
      ].join(' — ');
  yield '';
  yield '</details>';
}
