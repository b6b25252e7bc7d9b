import { expect, test } from '@jest/globals';
import { expectedText } from '../../../../src/checks/match/describe';
import type { Json } from '../../../../src/text/json';

test.each<[Json, string, string]>([
  ['running', 'running', 'running'],
  [true, 'oui', 'yes'],
  ['', '(vide)', '(empty)'],
  [null, 'rien', 'nothing'],
  [['80:80', '443:443'], '80:80 et 443:443', '80:80 and 443:443'],
  [{ gte: 1 }, '≥ 1', '≥ 1'],
  [{ gte: 1, lt: 3 }, '≥ 1 et < 3', '≥ 1 and < 3'],
  [{ not: '80:80' }, 'pas 80:80', 'not 80:80'],
  [{ any: ['a', 'b'] }, 'a ou b', 'a or b'],
  [{ none: ['a', 'b'] }, 'aucun de a ou b', 'none of a or b'],
  [{ only: ['a'] }, 'seulement a', 'only a'],
  [{ only: [] }, 'seulement rien', 'only nothing'],
  [{ matches: '^a' }, '/^a/', '/^a/'],
  [{ matches: [] }, 'rien', 'nothing'],
  [{ matches: [{}] }, '{}', '{}'],
  [{ size: { gt: 2 } }, 'taille > 2', 'size > 2'],
  [{ exists: false }, 'n’existe pas', 'does not exist'],
  [{ 'same-as': 'container/db.id' }, 'comme container/db.id', 'the same as container/db.id'],
  [
    { server: '/^nginx/', date: { exists: false } },
    'server: /^nginx/, date: n’existe pas',
    'server: /^nginx/, date: does not exist',
  ],
])('%j reads "%s" and "%s"', (expected, fr, en) => {
  expect([expectedText(expected, 'fr'), expectedText(expected, 'en')]).toEqual([fr, en]);
});
