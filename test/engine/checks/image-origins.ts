import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import type { Lab } from '../../../src/spec/lab';
import type { Json } from '../../../src/text/json';
import { checkOf } from '../../support/evidence';
import { judgeHost } from '../../support/judge-host';

const MINUTE = 60_000;
const asked = { pulled: true, verified: true };

/** Where images come from, on one real engine. `store` is what it must say that its image store is. */
export function describeImageOrigins(store: 'classic' | 'containerd', open: () => Promise<CleanRoom>): void {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await open();
    await sh('docker pull -q ubuntu && docker pull -q ubuntu:22.04 && docker pull -q hello-world');
    await sh('docker run --name greeter hello-world && docker save hello-world -o hello.tar');
  }, 10 * MINUTE);
  afterAll(() => room.close(), MINUTE);

  async function sh(script: string): Promise<string> {
    const result = await room.run(['sh', '-ec', script], { deadlineMs: MINUTE });
    if (result.code !== 0) throw new Error(`${script} ended with ${result.code}: ${result.stderr}`);
    return result.stdout.trim();
  }

  async function verdict(name: string, keys: Record<string, Json> = asked, lab: Partial<Lab> = {}) {
    const judged = await judgeHost(room.dockerHost, checkOf('image', name, keys), lab);
    return { outcome: judged.outcome, code: judged.message?.code, assertions: judged.assertions };
  }

  /** While nothing gets out of the room, and nothing to the registry in it. */
  async function offline<T>(work: () => Promise<T>): Promise<T> {
    const rules = ['tcp', 'udp'].map((protocol) => `OUTPUT -p ${protocol} -j REJECT`);
    await sh(rules.map((rule) => `iptables -I ${rule}`).join(' && '));
    try {
      return await work();
    } finally {
      await sh(rules.map((rule) => `iptables -D ${rule}`).join(' && '));
    }
  }

  test('the engine is what it was started as', async () => {
    const check = checkOf('engine', 'docker', { store, os: 'linux', version: '>=20.10', api: '>=1.41' });
    expect(await judgeHost(room.dockerHost, check)).toMatchObject({ outcome: 'passed' });
  });

  test.each(['ubuntu', 'docker.io/library/ubuntu:latest', 'ubuntu:22.04', 'hello-world'])(
    '%s was pulled and is verified',
    async (name) => {
      expect(await verdict(name)).toMatchObject({ outcome: 'passed' });
    },
    MINUTE,
  );

  test.each([
    ['a tag of another image', 'docker tag hello-world mine:1', 'mine:1', 'image.retagged'],
    ['a tag under the name of an official image', 'docker tag hello-world nginx', 'nginx', 'image.retagged'],
    ['a tag within one repository', 'docker tag ubuntu:22.04 ubuntu:mine', 'ubuntu:mine', 'image.retagged'],
    ['a commit', 'docker commit greeter mine:2', 'mine:2', 'image.committed'],
    ['an import', 'docker export greeter | docker import - mine:3', 'mine:3', 'image.imported'],
    [
      'a build',
      'printf "FROM scratch\\nCOPY hello.tar /\\nCMD [\\"/hello.tar\\"]\\n" > Dockerfile && DOCKER_BUILDKIT=0 docker build -q -t mine:4 .',
      'mine:4',
      'image.built-here',
    ],
    [
      'a build under the name of an official image',
      'printf "FROM ubuntu\\nENV MODE=mine\\n" > Dockerfile && DOCKER_BUILDKIT=0 docker build -q -t debian .',
      'debian',
      'image.built-here',
    ],
  ])(
    '%s was not pulled',
    async (_, script, name, code) => {
      await sh(script);
      const found = await verdict(name);
      expect(found).toMatchObject({ outcome: 'failed', code });
      expect(found.assertions.map(({ seen }) => seen)).toEqual([false, false]);
      expect(await offline(() => verdict(name))).toMatchObject({ outcome: 'failed', code });
    },
    2 * MINUTE,
  );

  test(
    'an image of another tag that was given the name of the one asked for was not pulled',
    async () => {
      await sh('docker rmi ubuntu && docker tag ubuntu:22.04 ubuntu');
      expect(await verdict('ubuntu')).toMatchObject({ outcome: 'failed', code: 'image.retagged' });
      await sh('docker pull -q ubuntu');
      expect(await verdict('ubuntu')).toMatchObject({ outcome: 'passed' });
    },
    MINUTE,
  );

  test(
    'saving and loading an image that was pulled changes nothing; without it only the file is left',
    async () => {
      await sh('docker save hello-world -o hello.tar && docker load -qi hello.tar');
      expect(await verdict('hello-world')).toMatchObject({ outcome: 'passed' });
      await sh('docker rm greeter && docker rmi -f hello-world mine:1 mine:2 nginx');
      expect((await verdict('hello-world')).code).toBe('image.removed');
      await sh('docker load -qi hello.tar');
      const found = await verdict('hello-world');
      expect(found).toMatchObject({ outcome: 'failed', code: 'image.loaded' });
      expect(found.assertions[0]?.seen).toBe(false);
      await sh('docker pull -q hello-world');
      expect(await verdict('hello-world')).toMatchObject({ outcome: 'passed' });
    },
    2 * MINUTE,
  );

  describe('while the registry is silent', () => {
    test(
      'a pull is known, and nothing is verified',
      async () => {
        const found = await offline(() => verdict('ubuntu'));
        expect(found).toMatchObject({ outcome: 'error', code: 'check.fault' });
        expect(found.assertions[0]).toMatchObject({ outcome: 'passed', seen: true });
        expect(found.assertions[1]?.message).toMatchObject({
          args: { fault: { code: 'registry.unreachable' } },
        });
      },
      2 * MINUTE,
    );

    test(
      'the digests of the lab verify',
      async () => {
        const digest = (await sh("docker inspect ubuntu -f '{{index .RepoDigests 0}}'")).split('@')[1] ?? '';
        const found = await offline(() => verdict('ubuntu', asked, { digests: { ubuntu: [digest] } }));
        expect(found).toMatchObject({ outcome: 'passed' });
      },
      MINUTE,
    );
  });

  test(
    'an image and a container of it are seen as they are',
    async () => {
      await sh('docker run --name greeter2 hello-world && docker pull -q ubuntu');
      const keys = {
        os: 'linux',
        layers: 1,
        containers: { only: ['greeter2'] },
        command: ['/hello'],
        size: { lt: '10m' },
        content: 'intact',
      };
      expect(await verdict('hello-world', keys)).toMatchObject({ outcome: 'passed' });
      expect(await verdict('ubuntu', { content: 'intact' })).toMatchObject({ outcome: 'passed' });
      expect(await verdict('debian', { 'based-on': 'ubuntu', env: { MODE: 'mine' } })).toMatchObject({
        outcome: 'passed',
      });
      expect(await verdict('hello-world', { 'based-on': 'ubuntu' })).toMatchObject({
        code: 'image.other-base',
      });
    },
    2 * MINUTE,
  );

  test(
    'an image that was removed by force leaves its container',
    async () => {
      await sh(
        'docker tag hello-world keepsake && docker run --name last keepsake && docker rmi -f keepsake',
      );
      expect((await verdict('keepsake')).code).toBe('image.removed');
      expect((await verdict('ubuntu:20.04')).code).toBe('image.other-tag');
      expect((await verdict('helo-world')).code).toBe('image.similar-name');
    },
    MINUTE,
  );

  if (store === 'classic')
    test(
      'a file of a layer that was changed behind the engine’s back damages the image',
      async () => {
        const layer = await sh("docker inspect hello-world -f '{{.GraphDriver.Data.UpperDir}}'");
        appendFileSync(join(layer, 'hello'), 'x');
        expect(await verdict('hello-world', { content: 'intact' })).toMatchObject({
          outcome: 'failed',
          code: 'image.damaged',
        });
      },
      MINUTE,
    );
}
