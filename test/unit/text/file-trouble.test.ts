import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { noPlainFile, textOfTrouble, troubleOf } from '../../../src/text/file-trouble';

function troubleWith(file: string): string {
  try {
    readFileSync(file);
  } catch (error) {
    return troubleOf(error);
  }
  throw new Error('it can be read');
}

test('a file that cannot be read is told of in words of ours, with the system’s code', () => {
  expect(textOfTrouble(troubleWith('/nowhere/at all'), 'fr')).toBe('fichier ou dossier introuvable (ENOENT)');
  expect(textOfTrouble(troubleWith('/'), 'en')).toBe('it is a folder (EISDIR)');
});

test('trouble that is not known is told as it is', () => {
  expect(textOfTrouble(troubleOf(Object.assign(new Error('x'), { code: 'ESTRANGE' })), 'fr')).toBe(
    'ESTRANGE',
  );
  expect(textOfTrouble(troubleOf(new Error('out of sorts')), 'fr')).toBe('out of sorts');
  expect(troubleOf('thrown')).toBe('thrown');
});

test('a pipe or a device is no plain file', () => {
  expect(textOfTrouble(noPlainFile, 'fr')).toBe('ce n’est pas un simple fichier');
});
