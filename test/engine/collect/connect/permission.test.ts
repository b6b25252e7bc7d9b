import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openRoom, type CleanRoom } from '../../../../src/cleanroom/room/open-room';

const nobody = 65534;
let room: CleanRoom;
beforeAll(async () => {
  room = await openRoom({
    registry: undefined,
    binaries: undefined,
    store: 'classic',
    signal: undefined,
  });
}, 120_000);
afterAll(() => room.close(), 60_000);

/** Asks the engine as `nobody`, in a process of its own, and explains what came of it. */
async function explainAsNobody(): Promise<unknown> {
  const source = join(__dirname, '../../../../src/collect');
  const script = `
    const { findEndpoint } = require('${source}/connect/find-endpoint');
    const { thisWorld } = require('${source}/connect/world');
    const { explainUnreachable } = require('${source}/connect/explain-unreachable');
    const { openEngine } = require('${source}/engine/open-engine');
    const { identify } = require('${source}/engine/identify');
    // All code is read as root: the repository need not be readable for others.
    require('dockerode');
    process.setgroups([${nobody}]);
    process.setgid(${nobody});
    process.setuid(${nobody});
    const world = thisWorld();
    const endpoint = findEndpoint(world);
    identify(openEngine(endpoint)).then((fault) => explainUnreachable(world, endpoint, fault)).then((fault) => console.log(JSON.stringify(fault)));
  `;
  const env = { PATH: process.env['PATH'], DOCKER_HOST: room.dockerHost, HOME: '/nonexistent' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-r', 'esbuild-register', '-e', script], {
    env,
  });
  return JSON.parse(stdout);
}

test('a socket that is not for this user is told with its owner, its group and what helps', async () => {
  const socket = room.dockerHost.replace('unix://', '');
  const [above, disk, run] = [dirname(dirname(dirname(socket))), dirname(dirname(socket)), dirname(socket)];
  for (const folder of [above, disk, run]) chmodSync(folder, 0o755);
  chmodSync(socket, 0o660);
  chownSync(socket, 0, statSync(socket).gid); // as on an ordinary machine, where a room is root of its own
  const { gid } = statSync(socket);
  expect(await explainAsNobody()).toMatchObject({
    code: 'engine.permission-denied',
    args: {
      socket,
      who: {
        user: 'nobody',
        uid: nobody,
        owner: 'root',
        mode: '0660',
        remedy: gid === 0 ? 'other-owner' : 'join-group',
      },
    },
  });
});

test('a socket in a folder that is closed to this user is told without its owner', async () => {
  chmodSync(dirname(room.dockerHost.replace('unix://', '')), 0o700);
  const fault = await explainAsNobody();
  expect(fault).toMatchObject({
    code: 'engine.permission-denied',
    args: { who: { user: 'nobody', remedy: 'other-owner' } },
  });
  expect(fault).not.toHaveProperty('args.who.owner');
});
