import { escapeMarkdown, markdownCode } from '../../../text/escape-markdown';
import { plainText } from '../../../text/plain-text';
import type { Json } from '../../../text/json';
import type { Brief } from '../../briefly';
import type { ShownCheck, ShownTask } from '../../shown/shown-report';
import type { Language } from '../../../text/language';
import { signs, words } from '../../words';
import { pointsText } from '../points-text';
import { cut } from './cut';
import type { Depth } from './depth';
import { markdownWords } from './words';

/** One check: its result on a line, and below it why and what to try. */
export function checkItems(
  check: ShownCheck,
  brief: Brief,
  language: Language,
  depth: Depth,
): readonly string[] {
  const { outcome, title } = check;
  const word = words[language];
  const { says, differences, advice, hint, command } = brief;
  const item = (text: string): string => `  - ${escapeMarkdown(text)}`;
  return [
    `- ${signs[outcome]} ${escapeMarkdown(cut(title, depth.title))} — ${word.outcome[outcome]}, ${pointsText(check, language)}`,
    ...(depth.says && says !== undefined ? [item(says)] : []),
    ...(depth.differences
      ? differences.map(
          ({ key, expected, seen }) =>
            `  - ${escapeMarkdown(key)} — ${word.expected} ${markdownCode(expected)}${word.semicolon} ${word.seen} ${markdownCode(seen)}`,
        )
      : []),
    ...(depth.hints ? hintItems([advice, hint], command, language) : []),
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
    ...(command === undefined ? [] : [`  - ${words[language].command} ${markdownCode(command)}`]),
  ];
}

/** What was expected and seen by the checks of a task, folded away. */
export function evidenceItems({ checks }: ShownTask, language: Language, depth: Depth): readonly string[] {
  if (depth.evidence === 0) return [];
  const word = words[language];
  const value = (json: Json): string => markdownCode(cut(plainText(json), depth.evidence));
  const items = checks.flatMap(({ title, assertions }) =>
    assertions.map(({ key, outcome, expected, seen }) =>
      [
        `- ${signs[outcome]} ${escapeMarkdown(`${cut(title, depth.title)}, ${key}`)}`,
        ...(expected === undefined ? [] : [`${word.expected} ${value(expected)}`]),
        ...(seen === undefined ? [] : [`${word.seen} ${value(seen)}`]),
      ].join(' — '),
    ),
  );
  return items.length === 0
    ? []
    : ['', `<details><summary>${markdownWords[language].evidence}</summary>`, '', ...items, '', '</details>'];
}
