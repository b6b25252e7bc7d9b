import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import type { Lab } from '../../../src/spec/lab';
import type { Json } from '../../../src/text/json';
import { checkOf } from '../../support/evidence';
import { judgeHost } from '../../support/judge-host';

const MINUTE = 60_000;

/** What a container runs, on one real engine: made of the image that its lab means, or of one that only has its name. */
export function describeContainerOrigins(open: () => Promise<CleanRoom>): void {
  let room: CleanRoom;
  beforeAll(async () => {
    room = await open();
    await sh('docker pull -q debian && docker save debian -o debian.tar');
  }, 10 * MINUTE);
  afterAll(() => room.close(), MINUTE);

  async function sh(script: string): Promise<string> {
    const result = await room.run(['sh', '-ec', script], { deadlineMs: MINUTE });
    if (result.code !== 0) throw new Error(`${script} ended with ${result.code}: ${result.stderr}`);
    return result.stdout.trim();
  }

  async function verdict(image: Json = 'ubuntu:latest', lab: Partial<Lab> = {}) {
    const judged = await judgeHost(room.dockerHost, checkOf('container', 'box', { image }), lab);
    return { outcome: judged.outcome, message: judged.message, seen: judged.assertions[0]?.seen };
  }

  /** Nothing of an earlier case is left, and `ubuntu` is the real one. */
  const fresh =
    'docker ps -aq | xargs -r docker rm -f >/dev/null; docker rmi -f ubuntu mine >/dev/null 2>&1 || true';
  const run = 'docker run -d --name box';
  const builds = (from: string, name: string) =>
    `printf "FROM ${from}\\nENV MODE=mine\\n" > Dockerfile && DOCKER_BUILDKIT=0 docker build -q -t ${name} .`;

  describe.each<[string, Partial<Lab>]>([
    ['a lab that says that students get it', { images: ['ubuntu'] }],
    ['a lab that leaves it to the registry', {}],
  ])('by %s', (_, lab) => {
    test.each<[string, string]>([
      ['as it was pulled', `${run} ubuntu sleep 1000`],
      ['by its ID', `docker pull -q ubuntu; ${run} "$(docker images -q ubuntu:latest)" sleep 1000`],
      ['under a second name', `docker pull -q ubuntu; docker tag ubuntu mine; ${run} mine sleep 1000`],
      ['of a name that another image took since', `${run} ubuntu sleep 1000; docker tag debian ubuntu`],
      ['of a name that was built over since', `${run} ubuntu sleep 1000; ${builds('debian', 'ubuntu')}`],
      ['that was committed over its own image', `${run} ubuntu sleep 1000; docker commit box ubuntu`],
      ['whose image has lost its names since', `${run} ubuntu sleep 1000; docker rmi -f ubuntu`],
    ])(
      'a container of ubuntu comes from it: %s',
      async (_what, script) => {
        await sh(`${fresh}; ${script}`);
        expect(await verdict('ubuntu:latest', lab)).toMatchObject({
          outcome: 'passed',
          seen: 'ubuntu:latest',
        });
      },
      MINUTE,
    );

    test.each<[string, string, Record<string, Json>]>([
      [
        'a tag',
        `docker tag debian ubuntu; ${run} ubuntu sleep 1000`,
        { how: 'tag', original: 'debian:latest' },
      ],
      [
        'a tag, though the real one was pulled afterwards',
        `docker tag debian ubuntu; ${run} ubuntu sleep 1000; docker pull -q ubuntu`,
        { how: 'tag', original: 'debian:latest' },
      ],
      ['a build', `${builds('debian', 'ubuntu')}; ${run} ubuntu sleep 1000`, { how: 'build' }],
      [
        'a build on the real one',
        `${builds('ubuntu', 'ubuntu')}; ${run} ubuntu sleep 1000; docker pull -q ubuntu`,
        { how: 'build' },
      ],
      [
        'a commit',
        `docker commit "$(docker create ubuntu)" ubuntu; ${run} ubuntu sleep 1000; docker pull -q ubuntu`,
        { how: 'commit' },
      ],
      [
        'an import',
        `docker export "$(docker create debian)" | docker import - ubuntu; ${run} ubuntu sleep 1000`,
        { how: 'import' },
      ],
    ])(
      'an image that is called ubuntu is another one: %s',
      async (_what, script, args) => {
        await sh(`${fresh}; ${script}`);
        const found = await verdict('ubuntu:latest', lab);
        expect(found).toMatchObject({
          outcome: 'failed',
          message: { code: 'container.borrowed-image', args: { expected: 'ubuntu:latest', ...args } },
        });
        expect(found.seen).not.toBe('ubuntu:latest');
      },
      MINUTE,
    );
  });

  test(
    'a file may hold the real one: nobody can tell, and a pull settles it where it can',
    async () => {
      await sh(`${fresh}; docker tag debian ubuntu; docker save ubuntu -o named.tar; docker rmi ubuntu`);
      await sh(`docker rmi -f debian; docker load -qi named.tar; ${run} ubuntu sleep 1000`);
      expect(await verdict('ubuntu:latest', { images: ['ubuntu'] })).toMatchObject({
        outcome: 'error',
        message: { args: { fault: { code: 'image.untraced', args: { why: 'loaded' } } } },
      });
      await sh('docker pull -q debian');
    },
    MINUTE,
  );

  test.each(['ubuntu', 'debian'])(
    'a file with %s that gave the name after the pulled image was removed is no pull',
    async (name) => {
      await sh(`${fresh}; docker pull -q ubuntu; docker tag ${name} mine; docker save mine -o file.tar`);
      const named =
        'docker rmi -f mine ubuntu; docker load -qi file.tar; docker tag mine ubuntu; docker save ubuntu -o file.tar';
      await sh(
        `${named}; docker rmi -f mine ubuntu; docker pull -q ubuntu; docker rmi -f ubuntu; docker load -qi file.tar`,
      );
      const check = checkOf('image', 'ubuntu', { pulled: true });
      expect(await judgeHost(room.dockerHost, check)).toMatchObject({
        outcome: 'failed',
        message: { code: 'image.loaded' },
      });
      await sh('docker rmi -f ubuntu; docker pull -q debian');
    },
    MINUTE,
  );

  test.each<[string, string, Partial<Lab>]>([
    ['a build that the lab asks for', `${builds('debian', 'mine')}; ${run} mine sleep 1000`, {}],
    ['a tag that the lab asks for', `docker tag debian mine; ${run} mine sleep 1000`, {}],
    [
      'in a lab that lists what is pulled',
      `${builds('debian', 'mine')}; ${run} mine sleep 1000`,
      { images: ['debian'] },
    ],
  ])(
    'a name that only the student gives is hers: %s',
    async (_what, script, lab) => {
      await sh(`${fresh}; ${script}`);
      expect(await verdict('mine', lab)).toMatchObject({ outcome: 'passed', seen: 'mine' });
    },
    MINUTE,
  );

  test(
    'a container that is meant by its image is one of that image',
    async () => {
      const check = checkOf('container', { image: 'hello-world' }, { state: 'exited' });
      const lab: Partial<Lab> = { images: ['hello-world'] };
      await sh(
        `${fresh}; docker rmi -f hello-world >/dev/null 2>&1 || true; docker tag debian hello-world; docker run hello-world true`,
      );
      expect(await judgeHost(room.dockerHost, check, lab)).toMatchObject({
        outcome: 'failed',
        message: { code: 'container.borrowed-image' },
      });
      await sh('docker rmi -f hello-world; docker run hello-world; docker tag debian hello-world');
      expect(await judgeHost(room.dockerHost, check, lab)).toMatchObject({ outcome: 'passed' });
    },
    MINUTE,
  );
}
