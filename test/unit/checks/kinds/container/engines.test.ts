import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { ContainerInspect } from '../../../../../src/evidence/docker';
import { checkOf, judged, theContainer } from '../../../../support/evidence';

/** What engines answered about `docker run -it -p 18080:80 --name ubuntu ubuntu bash`; only what Vigie reads of it. */
const recordings = join(__dirname, '../../../../fixtures/containers');

test.each(readdirSync(recordings))('the container of the course is right on every engine: %s', (file) => {
  const inspect = JSON.parse(readFileSync(join(recordings, file), 'utf8')) as ContainerInspect;
  const keys = {
    name: 'ubuntu',
    image: 'ubuntu:latest',
    state: 'running',
    tty: true,
    stdin: true,
    ports: ['18080:80'],
    networks: ['bridge'],
    'network-mode': '/^(bridge|default)$/',
    command: ['bash'],
    entrypoint: [],
    'main-process': 'bash',
    health: 'none',
    'restart-policy': 'no',
    memory: 0,
    'stop-signal': 'SIGTERM',
    privileged: false,
  };
  const { verdict } = judged(checkOf('container', 'ubuntu', keys), theContainer(inspect));
  expect(verdict.assertions.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});
