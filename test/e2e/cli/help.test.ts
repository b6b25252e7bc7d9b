import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

const french = { LANG: 'fr_FR.UTF-8' };

describe('help that is asked for goes to standard output, in the language of the run, and ends with 0', () => {
  test.each<[readonly string[], Readonly<Record<string, string>>, string, string]>([
    [['--help', '--lang', 'fr'], {}, 'Utilisation\u00a0: vigie [options] [commande]\n', 'Commandes\u00a0:\n'],
    [['help'], french, 'Utilisation\u00a0: vigie [options] [commande]\n', '  grade          dire '],
    [['grade', '--help', '--lang', 'fr'], {}, 'Utilisation\u00a0: vigie grade [options] [tp...]\n', 'l’hôte'],
    [['help', 'grade'], french, 'Utilisation\u00a0: vigie grade [options] [tp...]\n', '--labs <dossier> '],
    [['class', 'merge', '-h'], french, 'Utilisation\u00a0: vigie class merge ', '\nArguments\u00a0:\n'],
    [['help', 'class', 'merge'], french, 'Utilisation\u00a0: vigie class merge ', '<dossiers...>'],
    [['help', 'class'], french, 'Utilisation\u00a0: vigie class [options] [commande]\n', '  merge '],
    [['class', 'help', 'merge'], french, 'Utilisation\u00a0: vigie class merge ', '<dossiers...>'],
    [['--help'], {}, 'Usage: vigie [options] [command]\n', '\nCommands:\n  grade          say '],
    [['grade', '--help', '--lang', 'en'], french, 'Usage: vigie grade [options] [labs...]\n', '\nOptions:\n'],
  ])('%j', async (args, env, begins, has) => {
    const { code, stdout, stderr } = await folder.run(args, env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.slice(0, begins.length)).toBe(begins);
    expect(stdout).toContain(has);
    expect(stdout.endsWith('\n')).toBe(true);
  });
});

describe('where a command is missing, help says which there are, and the run ends with 2', () => {
  test.each<[readonly string[], Readonly<Record<string, string>>, string]>([
    [[], french, 'Utilisation\u00a0: vigie [options] [commande]\n'],
    [['class'], french, 'Utilisation\u00a0: vigie class [options] [commande]\n'],
    [['help', 'nothing'], french, 'Utilisation\u00a0: vigie [options] [commande]\n'],
    [['class'], {}, 'Usage: vigie class [options] [command]\n'],
  ])('%j', async (args, env, begins) => {
    const { code, stdout, stderr } = await folder.run(args, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.slice(0, begins.length)).toBe(begins);
  });
});

test('what is read at each start has no text of help in another language', () => {
  expect(readFileSync(folder.main, 'utf8')).not.toContain('Utilisation');
});
