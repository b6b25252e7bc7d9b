import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StartedTestContainer } from 'testcontainers';
import { openCleanRoom, type CleanRoom } from '../../src/cleanroom';
import { gradeChecks } from '../support/grade-checks';
import { checkOf } from '../support/evidence';
import { memories } from '../support/remember';

/**
 * Containers that a program started, as course teams do in their own tests: labels of a tool, a random host port, a generated name.
 */
const minutes = 60_000;
let room: CleanRoom;
let started: StartedTestContainer;
const remembered = memories();
const memory = remembered.open();

beforeAll(async () => {
  room = await openCleanRoom();
  // The library reads its engine from the environment when it is loaded; its reaper's image cannot be had without Docker Hub.
  Object.assign(process.env, {
    DOCKER_HOST: room.dockerHost,
    TESTCONTAINERS_HOST_OVERRIDE: room.address,
    TESTCONTAINERS_RYUK_DISABLED: 'true',
  });
  const { GenericContainer, Wait } = await import('testcontainers');
  await room.run(['docker', 'pull', 'ubuntu']);
  started = await new GenericContainer('ubuntu')
    .withCommand(['sh', '-c', 'echo ready; exec sleep 600'])
    .withExposedPorts(80)
    .withLabels({ course: 'docker' })
    .withWaitStrategy(Wait.forLogMessage('ready'))
    .start();
}, 10 * minutes);

afterAll(async () => {
  await started.stop();
  await room.close();
  remembered[Symbol.dispose]();
}, 2 * minutes);

test(
  'grades a container that testcontainers started',
  async () => {
    const name = started.getName().replace(/^\//, '');
    const verdicts = await gradeChecks(
      room.dockerHost,
      [
        checkOf('container', name, { image: 'ubuntu', state: 'running', labels: { course: 'docker' } }),
        checkOf('container', name, { ports: [`${started.getMappedPort(80)}:80`] }),
        checkOf('logs', name, { output: ['ready'] }),
      ],
      memory,
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
  },
  minutes,
);

test(
  'tells a random host port from the one that the lab asks for',
  async () => {
    const [verdict] = await gradeChecks(
      room.dockerHost,
      [checkOf('container', started.getName().replace(/^\//, ''), { ports: ['80:80'] })],
      memory,
    );
    expect(verdict?.message?.code).toBe('container.random-host-port');
  },
  minutes,
);
