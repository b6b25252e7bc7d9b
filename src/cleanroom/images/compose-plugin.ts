import { join } from 'node:path';
import { mustRun } from '../command';
import { cached } from './cache';
import { NEWER_SUITE, unpackFromDebian } from './debian-packages';
import type { OnStep } from '../step';

/** In the package docker-compose, version 2. */
const PROGRAM = 'usr/libexec/docker/cli-plugins/docker-compose';

let asked: Promise<string> | undefined;

/**
 * The path of the docker command's compose plugin, from Debian's newer release: its own docker.io has none (about 5 s and 24 MB, once).
 * Asked for once a process: without a way to the archive, a class's submissions would each wait for it. Rejects with a `CleanRoomError`.
 */
export function composePlugin(onStep: OnStep): Promise<string> {
  return (asked ??= unpackPlugin(onStep));
}

async function unpackPlugin(onStep: OnStep): Promise<string> {
  const folder = await cached(`compose-1-${NEWER_SUITE}-${process.arch}`, async (draft) => {
    onStep({ code: 'unpacking', packages: ['docker-compose'], suite: NEWER_SUITE });
    await unpackFromDebian(['docker-compose'], draft);
    // A later version may need a newer libc, or be somewhere else: what does not run here is not kept.
    await mustRun(['env', join(draft, PROGRAM), 'version']);
  });
  return join(folder, PROGRAM);
}
