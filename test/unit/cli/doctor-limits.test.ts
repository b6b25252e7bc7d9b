import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { limitsOf } from '../../../src/cli/commands/doctor-limits';
import { loadLabs, type LoadedLabs } from '../../../src/grading/load-labs';
import type { Lab } from '../../../src/spec/lab';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';

function labs(): LoadedLabs {
  const loaded = loadLabs([], 'labs', join(__dirname, '..', '..', '..'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
const shipped = loadShippedLab('02-ubuntu');
const ubuntu = (changes: Partial<Lab>): LoadedLabs => [{ lab: { ...shipped, ...changes }, path: 'lab.yaml' }];

test('on Docker there is nothing that the labs ask and the engine never tells', () => {
  expect(limitsOf(labs(), { flavour: 'docker', mirrors: ['mirror.example'] }, 'en')).toEqual([]);
});

test('on Podman the tasks that always stay undecided are named, with what it never tells', () => {
  const lines = limitsOf(labs(), { flavour: 'podman' }, 'en');
  expect(lines).toContain(
    '  02-ubuntu · Get the `ubuntu` image, verified by its SHA-256: the registry cannot be asked through it',
  );
  expect(lines).toContain(
    '  02-ubuntu · See the container’s processes from the host: docker top is not recorded',
  );
  expect(lines.join('\n')).not.toContain('Note the ID of the image');
  expect(limitsOf(labs(), { flavour: 'podman' }, 'fr').join('\n')).toContain(
    'docker top n’est pas enregistré',
  );
});

test('what the lab vouches for is not undecided, nor what is excused', () => {
  const digests = { ubuntu: [`sha256:${'0'.repeat(64)}`] };
  const excused = shipped.tasks.map((task) => ({ ...task, excused: 'no engine' }));
  expect(limitsOf(ubuntu({ digests }), { flavour: 'podman' }, 'en').join('\n')).not.toContain('registry');
  expect(limitsOf(ubuntu({ tasks: excused }), { flavour: 'podman' }, 'en')).toEqual([]);
});

test('a mirror that the lab does not count leaves the registry’s word undecided', () => {
  const of = (mirrors: readonly string[]) =>
    limitsOf(ubuntu({ mirrors: ['mirror.school.example'] }), { flavour: 'docker', mirrors }, 'en');
  expect(of(['mirror.other.example'])[1]).toContain('it asks a mirror that this lab does not count');
  expect(of(['mirror.school.example'])).toEqual([]);
  expect(of([])).toEqual([]);
});
