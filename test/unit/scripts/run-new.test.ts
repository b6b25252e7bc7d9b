import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runNew, type NewThing } from '../../../scripts/new/run-new';
import { newCheck } from '../../../scripts/new-check/new-check';
import { newLab } from '../../../scripts/new-lab/new-lab';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-new-'));
  mkdirSync(join(root, 'labs/03-nginx'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Texts are as they are planned: how they are laid out is not looked at here. */
async function run(thing: NewThing, args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await runNew(args, thing, {
    root,
    format: (text) => Promise.resolve(text),
    io: { out: (text) => (out += text), err: (text) => (err += text), columns: 1000 },
  });
  return { code, out, err, written: readdirSync(join(root, 'labs')).filter((name) => name !== '03-nginx') };
}

describe('new:lab refuses in French what cannot be meant, says what to try, and writes nothing', () => {
  test.each<[readonly string[], string]>([
    [[], 'Il manque le nom du TP.\n→ Essayez\u00a0: npm run new:lab -- 10-web\n'],
    [[''], 'Il manque le nom du TP.\n→ Essayez\u00a0: npm run new:lab -- 10-web\n'],
    [
      ['Mon', 'TP'],
      'Un seul TP à la fois, et un nom sans espaces\u00a0: 2 noms ont été donnés (Mon, TP).\n→ Essayez\u00a0: npm run new:lab -- Mon-TP\n',
    ],
    [['03-nginx'], 'labs/03-nginx existe déjà\u00a0: rien n’a été écrit.\n→ Choisissez un autre nom'],
    [['Réseau'], '«\u00a0Réseau\u00a0» ne peut pas être le nom d’un TP\u00a0: lettres sans accent, '],
    [['Réseau'], '→ Essayez\u00a0: npm run new:lab -- Reseau\n'],
    [
      ['10-web', '--force'],
      'Option inconnue\u00a0: --force.\n→ Pour voir l’aide\u00a0: npm run new:lab -- --help\n',
    ],
    [['-x'], 'Option inconnue\u00a0: -x.\n'],
    [['10-web', '--lang', 'de'], '--lang attend fr ou en, et non «\u00a0de\u00a0».\n'],
    [['10-web', '--lang'], 'Il manque la valeur de --lang\u00a0: fr ou en.\n'],
  ])('%j', async (args, says) => {
    const { code, out, err, written } = await run(newLab('fr'), args);
    expect({ code, out, written }).toEqual({ code: 2, out: '', written: [] });
    expect(err).toContain(says);
  });
});

test.each<[readonly string[], string]>([
  [[], 'The name of the lab is missing.\n→ Try: npm run new:lab -- 10-web\n'],
  [['a', 'b'], 'One lab at a time, and a name without spaces: 2 names were given (a, b).\n→ Try: '],
  [['03-nginx'], 'labs/03-nginx is there already: nothing was written.\n'],
  [['a b'], '"a b" cannot name a lab: '],
])('new:lab refuses %j in English', async (args, says) => {
  const { code, err, written } = await run(newLab('en'), args);
  expect({ code, written }).toEqual({ code: 2, written: [] });
  expect(err).toContain(says);
});

describe('help is shown, whatever else is there, and nothing is written', () => {
  test.each<[string, NewThing, readonly string[], string]>([
    ['new:lab', newLab('fr'), ['--help'], 'Utilisation\u00a0: npm run new:lab -- <nom> [--lang fr|en]\n'],
    ['new:lab', newLab('en'), ['10-web', '-h'], 'Usage: npm run new:lab -- <name> [--lang fr|en]\n'],
    ['new:check', newCheck, ['a', 'b', '--help'], 'Usage: npm run new:check -- <kind>\n'],
  ])('%s', async (_, thing, args, begins) => {
    const { code, out, err, written } = await run(thing, args);
    expect({ code, err, written }).toEqual({ code: 0, err: '', written: [] });
    expect(out.slice(0, begins.length)).toBe(begins);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

test.each(['fr', 'en'] as const)('new:lab writes a lab, and says what comes next (%s)', async (language) => {
  const { code, out, err, written } = await run(newLab(language), ['--lang', language, '10-web']);
  expect({ code, err, written }).toEqual({ code: 0, err: '', written: ['10-web'] });
  const lines = out.split('\n');
  expect(lines[0]).toBe('labs/10-web/lab.yaml');
  expect(lines.at(-2)).toContain('npm run lint:labs -- 10-web');
});

test('what could not be written is told, with its reason', async () => {
  rmSync(join(root, 'labs'), { recursive: true });
  writeFileSync(join(root, 'labs'), '');
  const args = ['10-web'];
  let err = '';
  const io = { out: () => undefined, err: (text: string) => void (err += text), columns: 1000 };
  const format = (text: string) => Promise.resolve(text);
  expect(await runNew(args, newLab('fr'), { root, io, format })).toBe(3);
  expect(err).toBe(
    'labs/10-web/lab.yaml n’a pas pu être écrit\u00a0: le chemin passe par un fichier (ENOTDIR)\n',
  );
});

describe('new:check', () => {
  beforeEach(() => {
    for (const path of ['src/checks', 'src/messages'])
      cpSync(resolve(__dirname, '../../..', path), join(root, path), { recursive: true });
  });

  test.each<[readonly string[], string]>([
    [[], 'The name of the kind is missing.\n→ Try: npm run new:check -- '],
    [['a', 'b'], 'One kind at a time, and 2 names were given (a, b).\n→ Try: npm run new:check -- '],
    [['container'], 'There is a kind "container" already: nothing was written.\n'],
    [['My-Kind'], '"My-Kind" is no name of a kind: small letters only, '],
    [['My-Kind'], '→ Try: npm run new:check -- mykind\n'],
    [['gadget', '--lang', 'fr'], 'Unknown option: --lang.\n'],
  ])('refuses %j', async (args, says) => {
    const { code, out, err } = await run(newCheck, args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(existsSync(join(root, 'src/checks/kinds/gadget.ts'))).toBe(false);
  });

  test('writes a kind', async () => {
    const { code, out, err } = await run(newCheck, ['gadget']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('src/checks/kinds/gadget.ts\n');
    expect(existsSync(join(root, 'src/checks/kinds/gadget.ts'))).toBe(true);
  });
});
