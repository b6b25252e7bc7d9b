import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanRoomError } from '../clean-room-error';
import type { CleanRoom } from '../clean-room';
import { openRoom } from '../room/open-room';
import { REGISTRY_ADDRESS } from '../room/registry';
import { makeBaseSystem } from './base-system';
import { cached } from './cache';
import { HELLO_TEXT, helloProgram } from './hello-program';
import type { OnStep } from '../step';

/** Raise it when anything below makes other images; older caches are then no longer used. */
const RECIPE = `stand-ins-3-${process.arch}`;

/** Says on every image what it is. */
const LABEL = (title: string) => `LABEL org.opencontainers.image.title="${title}" vigie.stand-in=true`;

/** Images made on top of another stand-in; `{base}` is the Debian of the first one. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  'ubuntu:22.04': [LABEL('Debian as a stand-in for ubuntu:22.04')],
  'debian:latest': [LABEL('Debian, as a stand-in for debian')],
  'nginx:latest': [
    LABEL('Debian with nginx, as a stand-in for nginx'),
    'RUN apt-get update && apt-get install -y --no-install-recommends nginx && rm -rf /var/lib/apt/lists/*',
    'EXPOSE 80',
    'STOPSIGNAL SIGQUIT',
    `CMD ["nginx", "-g", "daemon off;"]`,
  ],
};

/** The storage folder of a registry that has the stand-in images under the real names; made when it is not there yet. */
export function standInImages(onStep: OnStep): Promise<string> {
  return cached(RECIPE, async (draft) => {
    onStep({ code: 'building-images' });
    const storage = join(draft, 'registry');
    mkdirSync(storage);
    const work = join(draft, 'work');
    mkdirSync(work);
    const base = join(work, 'base');
    await makeBaseSystem(base);
    const furniture = {
      registry: { storage, writable: true },
      binaries: undefined,
      store: 'classic',
    } as const;
    await using room = await openRoom({ ...furniture, signal: undefined });
    await importFolder(room, base, 'ubuntu:latest', 'CMD ["/bin/bash"]', 'Debian as a stand-in for ubuntu');
    await importHello(room, join(work, 'hello'));
    for (const [name, lines] of Object.entries(DERIVED)) {
      await docker(room, ['build', '-t', name, '-'], ['FROM ubuntu:latest', ...lines].join('\n'));
    }
    for (const name of ['ubuntu:latest', 'hello-world:latest', ...Object.keys(DERIVED)])
      await push(room, name);
    rmSync(work, { recursive: true });
  }).then((folder) => join(folder, 'registry'));
}

async function importHello(room: CleanRoom, folder: string): Promise<void> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'hello'), helloProgram(HELLO_TEXT), { mode: 0o755 });
  await importFolder(room, folder, 'hello-world:latest', 'CMD ["/hello"]', 'A stand-in for hello-world');
}

async function importFolder(
  room: CleanRoom,
  folder: string,
  name: string,
  cmd: string,
  title: string,
): Promise<void> {
  const changes = [cmd, LABEL(title)].flatMap((change) => ['--change', change]);
  const script = 'folder=$1; shift; tar -C "$folder" -c . | docker import "$@"';
  await succeed(room, ['sh', '-ec', script, 'sh', folder, ...changes, '-', name]);
}

async function push(room: CleanRoom, name: string): Promise<void> {
  const pushed = `${REGISTRY_ADDRESS}/library/${name}`;
  await docker(room, ['tag', name, pushed]);
  await docker(room, ['push', pushed]);
}

async function docker(room: CleanRoom, args: readonly string[], input = ''): Promise<void> {
  await succeed(room, ['docker', ...args], input);
}

async function succeed(room: CleanRoom, argv: readonly string[], input = ''): Promise<void> {
  // The classic builder needs no plugin.
  const result = await room.run(argv, { input, deadlineMs: 600_000, env: { DOCKER_BUILDKIT: '0' } });
  if (result.code === 0) return;
  const said = (result.stderr || result.stdout).trim().split('\n').slice(-8).join('\n');
  throw new CleanRoomError(
    'cleanroom.command-failed',
    `${argv.join(' ')} ended with ${result.code}: ${said}`,
  );
}
