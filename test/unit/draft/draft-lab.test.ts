import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { draftLab } from '../../../src/draft/draft-lab';
import { keepWhatHolds, labOf } from '../../../src/draft/keep';
import { sharePoints } from '../../../src/draft/points';
import { writeLab } from '../../../src/draft/write-lab';
import { answer, draftedHost, wish, type DraftedHost } from '../../support/drafted-host';

const aptLog = `
Start-Date: 2025-11-03  09:00:00
Commandline: apt-get install ubuntu-minimal
Install: ubuntu-minimal:amd64 (1.5)
End-Date: 2025-11-03  09:00:02

Start-Date: 2026-01-05  10:02:00
Commandline: apt install nginx -y
Install: libgd3:amd64 (2.3.3-9, automatic), nginx:amd64 (1.22.1-9), iproute2:amd64 (6.1.0-3, automatic)
End-Date: 2026-01-05  10:02:09
`;
const webHost: DraftedHost = {
  aptLog,
  installed: { nginx: '1.22.1-9' },
  commands: ['/bin/bash', 'nginx: master process /usr/sbin/nginx', 'nginx: worker process'],
};
const draft = (host: DraftedHost = {}, changes = {}) => {
  const evidence = draftedHost(host);
  return keepWhatHolds(draftLab(wish(changes), evidence), evidence);
};
const checksOf = (host: DraftedHost, changes = {}) =>
  labOf(draft(host, changes)).tasks.flatMap(({ checks }) =>
    checks.map(({ kind, subject, keys }) => ({ [kind]: subject, ...keys })),
  );
const ofContainer = (host: DraftedHost, key: string) =>
  checksOf(host).filter((check) => 'container' in check && key in check);

test('the host of a web lab becomes the lab that one would write by hand', () => {
  expect(checksOf(webHost)).toEqual([
    { image: 'ubuntu:latest', pulled: true },
    { image: 'ubuntu:latest', verified: true },
    { container: 'ubuntu', image: 'ubuntu:latest', state: 'running' },
    { container: 'ubuntu', tty: true, stdin: true },
    { container: 'ubuntu', ports: ['80:80'] },
    { package: 'nginx', in: 'ubuntu' },
    { process: 'nginx: master', in: 'ubuntu' },
    {
      http: { container: 'ubuntu', port: 80, path: '/' },
      status: 200,
      headers: { server: '/^nginx/' },
      body: { size: { gte: 1 } },
    },
  ]);
  const { tasks, images, network, id } = labOf(draft(webHost));
  expect(tasks.map((task) => [task.id, task.points])).toEqual([
    ['image', 4],
    ['container', 4],
    ['install', 4],
    ['start', 4],
    ['web', 4],
  ]);
  expect({ id, images, network }).toEqual({ id: 'ubuntu', images: ['ubuntu:latest'], network: ['apt'] });
});

test('the file is laid out as labs are', () => {
  const text = writeLab(draft(webHost));
  const root = resolve(__dirname, '../../..');
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  const args = [prettier, '--stdin-filepath', join(root, 'labs/web/lab.yaml')];
  expect(execFileSync(process.execPath, args, { input: text, encoding: 'utf8', cwd: root })).toBe(text);
});

test('comments are in the language of the run, titles in both', () => {
  const text = writeLab(draft(webHost, { lang: 'fr' }));
  expect(text).toContain('# Ébauche faite par vigie draft');
  expect(text).toContain('lang: fr');
  expect(text).toContain(
    '      fr: Démarrer les programmes de `ubuntu`\n      en: Start the programs of `ubuntu`\n',
  );
});

test('what the registry could not confirm is not asked for, and said so', () => {
  const text = writeLab(draft({ registry: false }));
  expect(text).not.toMatch(/^ +verified: true/m);
  expect(text).toContain('# Left out, since it is not so here, or could not be found out: image: verified\n');
});

test('of an image that was built here only its presence is left', () => {
  const built = { Parent: `sha256:${'b'.repeat(64)}`, RepoDigests: [] };
  const lab = checksOf({ image: built, registry: false });
  expect(lab.filter((check) => 'image' in check && !('container' in check))).toEqual([
    { image: 'ubuntu:latest', exists: true },
  ]);
  expect(labOf(draft({ image: built, registry: false })).images).toEqual([]);
});

test('what came with an image that was built a moment ago was not installed by hand', () => {
  const image = { Created: '2026-01-05T10:03:00Z' };
  expect(checksOf({ ...webHost, image }).filter((check) => 'package' in check)).toEqual([]);
});

test.each([
  ['<title>Welcome to nginx!</title>', ['Welcome to nginx!']],
  ['<title>12:34:56</title>', { size: { gte: 1 } }],
  ['<title>/(/</title>', { size: { gte: 1 } }],
  ['', undefined],
])('of the page `%s` what lasts is asked for', (body, expected) => {
  const [web] = checksOf({ http: { ...answer, body } }).filter((check) => 'http' in check);
  expect(web?.['body']).toEqual(expected);
});

test('a port of the host that the engine chose is any port', () => {
  const inspect = {
    HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '' }] } },
    NetworkSettings: { Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '32768' }] } },
  };
  expect(ofContainer({ inspect }, 'ports')).toEqual([{ container: 'ubuntu', ports: ['80'] }]);
  expect(writeLab(draft({ inspect }))).toContain('# The engine chose this port of the host: any will do.');
  expect(writeLab(draft({ inspect }))).not.toContain('32768');
});

test('of the environment only names are written, and only of what the image does not set', () => {
  const inspect = {
    Config: { Image: 'ubuntu', Env: ['PATH=/bin', 'PASSWORD=hunter2', 'odd name=x'] },
  };
  expect(ofContainer({ inspect }, 'env')).toEqual([
    { container: 'ubuntu', env: { PASSWORD: { exists: true } } },
  ]);
  expect(writeLab(draft({ inspect }))).not.toContain('hunter2');
});

test('volumes are asked for by name, folders of this host only as mounts', () => {
  const inspect = {
    Mounts: [
      { Type: 'volume', Name: 'data', Destination: '/data', RW: true },
      { Type: 'volume', Name: 'c'.repeat(64), Destination: '/scratch', RW: true },
      { Type: 'bind', Source: '/home/ada/site', Destination: '/srv', RW: false },
    ],
  };
  expect(ofContainer({ inspect }, 'mounts')).toEqual([
    {
      container: 'ubuntu',
      mounts: { '/data': 'data', '/scratch': { exists: true }, '/srv': { exists: true } },
      'read-only-mounts': ['/srv'],
    },
  ]);
  expect(writeLab(draft({ inspect }))).not.toMatch(/ada|cccc/);
});

test('a volume that the image declares is not the student’s doing', () => {
  const inspect = { Mounts: [{ Type: 'volume', Name: 'c'.repeat(64), Destination: '/data' }] };
  const image = { Config: { Volumes: { '/data': {} } } };
  expect(ofContainer({ inspect, image }, 'mounts')).toEqual([]);
});

test('networks of one’s own are asked for, and settings that are not the engine’s', () => {
  const inspect = {
    HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 }, Memory: 536870912 },
    NetworkSettings: { Networks: { bridge: {}, blue: {} } },
  };
  expect(checksOf({ inspect }, { images: [] })).toEqual([
    { container: 'ubuntu', image: 'ubuntu:latest', state: 'running' },
    { container: 'ubuntu', tty: true, stdin: true },
    { container: 'ubuntu', 'restart-policy': 'on-failure', 'restart-retries': 3, memory: 536870912 },
    { container: 'ubuntu', networks: ['blue'] },
  ]);
});

test('a container that ended is asked for with its exit code', () => {
  const inspect = { State: { Status: 'exited', Running: false, ExitCode: 3 } };
  expect(ofContainer({ inspect }, 'state')).toEqual([
    { container: 'ubuntu', image: 'ubuntu:latest', state: 'exited', 'exit-code': 3 },
  ]);
});

test('a name that the engine made up is not asked for: the container is meant by its image', () => {
  const name = 'quizzical_lewin';
  const lab = checksOf({ ...webHost, name }, { containers: [name], images: [] });
  expect(lab).toEqual([
    { container: { image: 'ubuntu:latest' }, state: 'running' },
    { container: { image: 'ubuntu:latest' }, tty: true, stdin: true },
    { container: { image: 'ubuntu:latest' }, ports: ['80:80'] },
  ]);
  expect(checksOf({ name: 'my_web' }, { containers: ['my_web'] })).toContainEqual({
    container: 'my_web',
    image: 'ubuntu:latest',
    state: 'running',
  });
});

test('nothing of the draft is an ID or a time', () => {
  const text = writeLab(draft(webHost));
  expect(text).not.toMatch(/[0-9a-f]{12}|\d\d:\d\d:\d\d|20\d\d-/);
});

test.each([
  [1, [20]],
  [3, [6, 7, 7]],
  [6, [3, 3, 3, 3, 4, 4]],
])('%i tasks share the scale in whole points', (count, points) => {
  expect(sharePoints(count)).toEqual(points);
});
