import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { limitsOf } from '../../../src/cli/commands/doctor-limits';
import { loadLabs } from '../../../src/grading/load-labs';

function labs() {
  const loaded = loadLabs([], 'labs', join(__dirname, '..', '..', '..'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

test('on Docker there is nothing that the labs ask and the engine never tells', () => {
  expect(limitsOf(labs(), 'docker', 'en')).toEqual([]);
});

test('on Podman the labs that always stay incomplete are named, with what it never tells', () => {
  const lines = limitsOf(labs(), 'podman', 'en');
  expect(lines).toContain('  02-ubuntu: the registry cannot be asked through it, docker top is not recorded');
  expect(limitsOf(labs(), 'podman', 'fr').join('\n')).toContain('docker top n’est pas enregistré');
});
