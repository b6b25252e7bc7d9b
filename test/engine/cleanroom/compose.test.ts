import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { composePlugin } from '../../../src/cleanroom/images/compose-plugin';
import { provideCompose } from '../../../src/cleanroom/provide-compose';

/** The first ones of a machine build the stand-in images. */
const BUILD_MS = 900_000;

const services = `
services:
  web:
    image: nginx
    container_name: web
    ports: ["80:80"]
  own:
    build: { context: ., dockerfile_inline: "FROM nginx" }
    container_name: own
`;

/** As what a student types, in the room's home. */
function typed(room: CleanRoom, command: string): string {
  const [program = '', ...args] = room.confine(['sh', '-c', `(${command}) 2>&1 || :`]);
  return execFileSync(program, args, { encoding: 'utf8', env: { ...process.env, ...room.env } });
}

async function played(room: CleanRoom) {
  const provided = await provideCompose(room, () => composePlugin(() => undefined));
  writeFileSync(join(room.home, 'compose.yaml'), services);
  const up = typed(room, 'docker compose up -d --quiet-pull');
  const names = typed(room, 'docker ps --format "{{.Names}}" | sort');
  const page = typed(room, 'curl -s http://localhost:80/');
  typed(room, 'docker compose down');
  return { provided, up, names, page, left: typed(room, 'docker ps -aq') };
}

const asItShould = {
  provided: { ok: true, value: undefined },
  up: expect.stringContaining('Started'),
  names: 'own\nweb\n',
  page: expect.stringContaining('nginx'),
  left: '',
};

test(
  'compose builds, brings up and takes down in a private room, and in one in a container',
  async () => {
    await using outer = await openCleanRoom({ kind: 'private' });
    expect(await played(outer)).toEqual(asItShould);
    Object.assign(process.env, {
      DOCKER_HOST: outer.dockerHost,
      TESTCONTAINERS_HOST_OVERRIDE: outer.address,
    });
    await using room = await openCleanRoom({ kind: 'dind' });
    expect(await played(room)).toEqual(asItShould);
  },
  BUILD_MS,
);
