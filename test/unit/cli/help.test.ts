import { describe, expect, test } from '@jest/globals';
import { Help, type Command } from 'commander';
import { commandParts } from '../../../src/cli/program/command-parts';
import { textOfHelp } from '../../../src/cli/commands/help';
import { frenchHelp } from '../../../src/cli/program/help-words';
import { placeholdersInFrench } from '../../../src/cli/program/placeholders';
import { createProgram } from '../../../src/cli/program/program';
import { formatNames } from '../../../src/report/formats/names';
import type { Language } from '../../../src/text/language';

const nothing = (): void => undefined;
const program = createProgram(commandParts('fr', nothing), { sayError: nothing, askHelp: nothing });

/** Commander's own, which keeps each text that it shows. */
class Listening extends Help {
  readonly titles = new Set<string>();
  override styleTitle(title: string): string {
    this.titles.add(title);
    return title;
  }
}
const help = new Listening();

const below = (command: Command): readonly Command[] => [
  command,
  ...help.visibleCommands(command).flatMap(below),
];
const commands = below(program);
const named = commands.map((command) => [help.commandUsage(command), command] as const);
const options = commands.flatMap((command) => help.visibleOptions(command));
const args = commands.flatMap((command) => command.registeredArguments);

test('the walk has been everywhere', () => {
  const usages = named.map(([usage]) => usage);
  for (const usage of [
    'vigie [options] [command]',
    'vigie grade [options] [labs...]',
    'vigie class merge [options] <folders...>',
  ])
    expect(usages).toContain(usage);
  expect(commands.length).toBeGreaterThan(18);
  expect(options.length).toBeGreaterThan(80);
});

test('each text of each command has its French, and there is no French that nothing shows', () => {
  for (const command of commands) help.formatHelp(command, help);
  const shown = new Set([
    ...help.titles,
    ...commands.map((command) => command.description()),
    ...options.map(({ description }) => description),
    ...args.map(({ description }) => description),
  ]);
  shown.delete(''); // an argument that its name explains
  expect(Object.keys(frenchHelp).sort()).toEqual([...shown].sort());
});

test('what stands for a value is in French too, but for what is the same in both languages', () => {
  const texts = [...named.map(([usage]) => usage), ...options.map(({ flags }) => flags)].join(' ');
  const words = [...texts.matchAll(/(?<=[<[=])[\w/-]+/g)].map(([word]) => word);
  const same = [...new Set(words)].filter((word) => placeholdersInFrench(`<${word}>`) === `<${word}>`);
  expect(same.sort()).toEqual(['format', 'i/n', 'id', 'n', 'options', 'points', 'question', 'regex', 'url']);
});

describe('the French', () => {
  const formats = formatNames.join(', ');
  test.each(Object.entries(frenchHelp).filter(([english]) => english !== formats))(
    '%s',
    (english, french) => {
      expect(french).not.toBe(english);
      // Plain spaces and typographic apostrophes: it is set where it is shown.
      expect(french).not.toMatch(/['\u00a0]/);
      expect(french).not.toMatch(/\S[:;?!](?=\s|$)/);
    },
  );
});

describe('of each command', () => {
  test.each(named)('%s: no line is wider than the terminal, and none begins with a mark', (_, command) => {
    const lines = textOf(command, 'fr').split('\n');
    expect(lines.filter((line) => line.length > 80 || /^\s*[:;?!»]/.test(line))).toEqual([]);
    expect(textOf(command, 'fr')).not.toMatch(/default|choices|Usage|\[\]/);
  });
});

test('a value that is taken without being given, and those that can be, are told in the language', () => {
  const graded = named.find(([usage]) => usage.startsWith('vigie grade '))?.[1] ?? program;
  expect(textOf(graded, 'fr')).toContain(
    '(valeurs\n                                   possibles\u00a0: mark, graded\u00a0; par défaut\u00a0: mark)',
  );
  expect(textOf(graded, 'fr')).toContain(
    '  --labs <dossier>                 dossier des TP (par défaut\u00a0: labs)\n',
  );
  expect(textOf(graded, 'en')).toContain(
    '  --labs <folder>                  folder of the labs (default: "labs")\n',
  );
  expect(textOf(graded, 'en')).toMatch(
    /^Usage: vigie grade \[options\] \[labs\.\.\.\]\n\nSay what holds on this /,
  );
  expect(textOf(graded, 'en')).not.toContain('default: []');
});

function textOf(command: Command, language: Language): string {
  return textOfHelp({ command, width: 80 }, language);
}
