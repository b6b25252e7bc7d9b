import { describe, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { loadLabs } from '../../../src/grading/load-labs';
import { putContainer, removeContainer, renameContainer } from '../../../src/verify/mutants/containers';
import { changedFacts, type Host } from '../../../src/verify/mutants/host';
import { hostOf } from '../../../src/verify/mutants/make-mutants';
import { referenceEvidence } from '../../support/prove';

const loaded = loadLabs(['02-ubuntu', '03-nginx'], 'labs', resolve(__dirname, '../../..'));
const hosts = (loaded.ok ? loaded.value : []).map(({ lab }) => hostOf(lab, referenceEvidence(lab.id)));
const [ubuntu, nginx] = hosts as [Host, Host];
const exec = 'exec/ubuntu/[["python3","-c","print(6 * 7)"],"",""]';

describe('a host is wrong as an engine would tell it', () => {
  test('nothing can be asked of a container that is not there', () => {
    expect(removeContainer(nginx, 'ubuntu').facts).toMatchObject({
      'container/ubuntu': { value: null },
      containers: { value: [] },
      'top/ubuntu': { value: null },
      'packages/ubuntu': { value: null },
      'http/http/ubuntu:80:80/': { value: null },
      'port/ubuntu:80:80/tcp': { value: null },
      'logs/ubuntu': { value: null },
    });
  });

  test('a container with another name is a candidate, and still in the list', () => {
    expect(renameContainer(ubuntu, 'ubuntu', 'linux').facts).toMatchObject({
      'container/ubuntu': { value: null },
      'candidates/ubuntu': { value: [{ Name: '/linux' }] },
      containers: { value: [{ Names: ['/linux'] }] },
      [exec]: { value: null },
    });
  });

  test('a stopped container runs no process, publishes nothing and answers nobody; its packages and its log stay', () => {
    const stopped = putContainer(
      nginx,
      'ubuntu',
      { Status: 'exited', Running: false, ExitCode: 0 },
      'Exited (0)',
    );
    expect(stopped.facts).toMatchObject({
      'container/ubuntu': { value: { State: { Status: 'exited' }, NetworkSettings: { Ports: {} } } },
      containers: { value: [{ State: 'exited', Status: 'Exited (0)', Ports: [] }] },
      'top/ubuntu': { value: null },
      'http/http/ubuntu:80:80/': { value: { outcome: 'not-running' } },
      'port/ubuntu:80:80/tcp': { value: { outcome: 'not-running' } },
    });
    expect(changedFacts(nginx, stopped)).not.toContain('packages/ubuntu');
    expect(changedFacts(nginx, stopped)).not.toContain('logs/ubuntu');
  });

  test('a paused container keeps its processes and its publication, and answers nobody', () => {
    const paused = putContainer(
      nginx,
      'ubuntu',
      { Status: 'paused', Running: true, Paused: true },
      'Up (Paused)',
    );
    expect(changedFacts(nginx, paused).toSorted()).toEqual([
      'container/ubuntu',
      'containers',
      'http/http/ubuntu:80:80/',
      'port/ubuntu:80:80/tcp',
    ]);
  });
});
