import { expect, test } from '@jest/globals';
import { stepText, type Step } from '../../../src/cleanroom/step';

const steps: readonly Step[] = [
  { code: 'installing', packages: ['docker.io', 'iproute2'] },
  { code: 'building-images' },
  { code: 'building-dind' },
  { code: 'unpacking', packages: ['docker-compose'], suite: 'forky' },
];

test('what takes long is told in the language of whoever waits', () => {
  expect(steps.map((step) => stepText(step, 'fr'))).toEqual([
    'apt-get installe docker.io, iproute2',
    'construction des images de remplacement, une seule fois sur cette machine (deux minutes)',
    'construction d’une image de remplacement pour docker:dind, une seule fois sur cette machine (une minute)',
    'extraction de docker-compose (Debian forky), une seule fois sur cette machine',
  ]);
  expect(steps.map((step) => stepText(step, 'en'))).toEqual([
    'installing docker.io, iproute2 with apt-get',
    'building the stand-in images, once for this machine (two minutes)',
    'building a stand-in for docker:dind, once for this machine (a minute)',
    'unpacking docker-compose of Debian forky, once for this machine',
  ]);
});
