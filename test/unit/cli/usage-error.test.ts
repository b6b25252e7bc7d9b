import { describe, expect, test } from '@jest/globals';
import { Command, CommanderError, Option } from 'commander';
import { optionValues } from '../../../src/cli/program/option-values';
import { languageWish, textOfUsageError } from '../../../src/cli/program/usage-error';

/** What Commander itself says of a command line: its sentences are its own, and may change with it. */
function said(args: readonly string[]): string {
  let says = '';
  const vigie = new Command('vigie')
    .exitOverride()
    .configureOutput({ outputError: (text) => (says += text) });
  vigie
    .command('grade')
    .argument('<lab>')
    .addOption(new Option('--lang <language>').choices(['fr', 'en']))
    .addOption(new Option('--watch').conflicts('evidence'))
    .option('--evidence <file>')
    .option('--evidences <file>')
    .option('--pass <points>', '', optionValues('fr').points);
  vigie.command('verify').argument('<report>', '', optionValues('fr').report).requiredOption('--key <file>');
  vigie.command('grady');
  try {
    vigie.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return says;
    throw error;
  }
  throw new Error('nothing is wrong with that');
}

describe('a command line that cannot be meant is refused in French', () => {
  test.each([
    [['grade', 'a', '--nonsense'], 'Option inconnue : --nonsense.'],
    [['grade', 'a', '--wach'], 'Option inconnue : --wach. Vouliez-vous dire --watch ?'],
    [['grad'], 'Commande inconnue : grad. Vouliez-vous dire grade ou grady ?'],
    [['frobnicate'], 'Commande inconnue : frobnicate.'],
    [['grade'], 'Il manque l’argument <tp>.'],
    [['grade', 'a', '--evidence'], 'Il manque la valeur de l’option --evidence <fichier>.'],
    [['verify', 'json'], 'Il manque l’option --key <fichier>.'],
    [
      ['grade', 'a', '--watch', '--evidence', 'x'],
      'Les options --watch et --evidence <fichier> ne vont pas ensemble.',
    ],
    [['grade', 'a', 'b'], 'Trop d’arguments pour grade : 1 au plus, 2 ici.'],
    [
      ['grade', 'a', '--lang', 'de'],
      'L’option --lang <langue> n’accepte pas « de ». Valeurs possibles : fr, en.',
    ],
    [
      ['grade', 'a', '--pass', "it's"],
      "L’option --pass <points> n’accepte pas « it's ». Il faut un nombre de points, comme 10 ou 12.5.",
    ],
  ])('%j', (args, text) => {
    expect(textOfUsageError(said(args), 'fr')).toBe(text);
  });

  test('an argument that is read by a command is refused with its reason', () => {
    expect(textOfUsageError(said(['verify', 'xml', '--key', 'k']), 'fr')).toMatch(
      /^L’argument <rapport> n’accepte pas « xml »\. Formats connus : .*json.*\.$/,
    );
  });
});

test('in English, Commander’s own sentence is kept, on one line', () => {
  expect(textOfUsageError(said(['grad']), 'en')).toBe(
    "error: unknown command 'grad' (Did you mean one of grade, grady?)",
  );
});

test('a sentence that is not known is passed on', () => {
  expect(textOfUsageError('error: something new\n', 'fr')).toBe('error: something new');
});

describe('the language is read from a command line that may be wrong elsewhere', () => {
  test.each([
    [['grade', '--lang', 'fr', '--nonsense'], 'fr'],
    [['--nonsense', '--lang=en'], 'en'],
    [['grade', '--lang', 'fr', '--lang', 'en'], 'en'],
    [['grade', '--', '--lang', 'en'], undefined],
    [['grade', '--lang'], undefined],
    [['fr'], undefined],
    [[], undefined],
  ])('%j: %s', (args, language) => {
    expect(languageWish(args)).toBe(language);
  });
});
