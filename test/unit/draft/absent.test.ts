import { expect, test } from '@jest/globals';
import { sayAbsent } from '../../../src/cli/draft-words';
import { absentIn } from '../../../src/draft/absent';
import { evidenceOf, found } from '../../support/evidence';
import { wish } from '../../support/drafted-host';

const host = evidenceOf([
  found({ fact: 'containers' }, [
    { Id: 'a', Names: ['/ubuntu'] },
    { Id: 'b', Names: ['/db'] },
  ]),
  found({ fact: 'images' }, [{ Id: 'c', RepoTags: ['ubuntu:22.04'] }]),
  found({ fact: 'container', name: 'ubunut' }, null),
  found({ fact: 'container', name: 'ubuntu' }, { Id: 'a' }),
  found({ fact: 'image', reference: 'ubunto' }, null),
]);

test('what is not there is named with what is near it', () => {
  const absent = absentIn(wish({ containers: ['ubuntu', 'ubunut'], images: ['ubunto'] }), host);
  expect(absent).toEqual([
    { what: 'image', name: 'ubunto', nearest: 'ubuntu:22.04', known: ['ubuntu:22.04'] },
    { what: 'container', name: 'ubunut', nearest: 'ubuntu', known: ['db', 'ubuntu'] },
  ]);
});

test('what could not be found out is a fault, and nothing is said to be absent', () => {
  expect(absentIn(wish({ containers: ['other'], images: [] }), host)).toEqual({
    code: 'fact.not-collected',
    args: { key: 'container/other' },
  });
});

test('it is said in the language of the run', () => {
  const absent = { what: 'container', name: 'ubunut', nearest: 'ubuntu', known: ['db', 'ubuntu'] } as const;
  expect(sayAbsent(absent, 'en')).toBe(
    'There is no container called "ubunut". Did you mean "ubuntu"? On this host: db, ubuntu.',
  );
  expect(sayAbsent({ what: 'image', name: 'x', known: [] }, 'fr')).toBe(
    'Aucune image ne s’appelle « x ». Il n’y en a pas sur cette machine.',
  );
});
