import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import type { MutantProof } from '../../../src/verify/proof';
import { makeVigieFolder, type VigieFolder } from '../../support/labs/vigie-folder';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 900_000;
const MINUTE = 60_000;

/**
 * Besides the reference sessions: one that goes on where the reference ended, and one that begins in a room made anew. The other tests of this folder play all of
 * them, in private rooms.
 */
const wrongOnes: Readonly<Record<string, readonly string[]>> = {
  '01-hello-world': ['another-image-renamed.session', 'container-pruned.session'],
  '02-ubuntu': ['paused.session', 'port-taken.session'],
  '03-nginx': ['page-removed.session', 'server-on-host.session'],
};

let outer: CleanRoom;
let vigie: VigieFolder;
beforeAll(async () => {
  const limits = { memoryMb: 4096, pids: 2000, diskMb: 12_000 };
  [outer, vigie] = await Promise.all([openCleanRoom({ kind: 'private', limits }), makeVigieFolder()]);
  for (const [lab, kept] of Object.entries(wrongOnes)) {
    const folder = join(vigie.path, 'labs', lab, 'sessions/wrong');
    for (const name of readdirSync(folder)) if (!kept.includes(name)) rmSync(join(folder, name));
  }
}, BUILD_MS);
afterAll(async () => {
  vigie[Symbol.dispose]();
  await outer.close();
}, MINUTE);

/** `vigie verify --sessions` as on a machine that has Docker and not the packages of a private room. */
function verify(json: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const labs = [...Object.keys(wrongOnes), '--labs', join(vigie.path, 'labs')];
  const args = [vigie.main, 'verify', ...labs, '--sessions', '--json', json, '--lang', 'en'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      VIGIE_ROOMS: 'dind',
      DOCKER_HOST: outer.dockerHost,
      TESTCONTAINERS_HOST_OVERRIDE: outer.address,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, said });
    });
  });
}

async function onOuter(...argv: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await outer.run(['docker', ...argv]);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Rooms in containers that the outer engine has seen come or go, one line a container. */
function rooms(event: 'create' | 'destroy'): Promise<readonly string[]> {
  const filters = [`event=${event}`, 'type=container', 'label=vigie.room'].flatMap((one) => [
    '--filter',
    one,
  ]);
  const format = '{{.ID}} {{index .Actor.Attributes "vigie.room"}}';
  // Not `0s`: that is the beginning of this second.
  const now = (Date.now() / 1000).toFixed(9);
  return onOuter('events', '--since', '0', '--until', now, ...filters, '--format', format);
}

test(
  'sessions of the labs are graded as they declare in containers of an engine that is already there',
  async () => {
    const json = join(vigie.path, 'proofs.json');
    const { code, said } = await verify(json);
    const proofs = JSON.parse(readFileSync(json, 'utf8')) as readonly MutantProof[]; // written by the command
    const played = proofs.map(({ lab, sessions }) => [
      lab,
      sessions.map(({ name, differences, problem }) => ({ name, differences, problem })),
    ]);
    const right = (name: string) => ({ name, differences: [], problem: undefined });
    expect({ said, played: Object.fromEntries(played) as unknown }).toEqual({
      said: expect.stringMatching(/^(?![^]*✘)(?:[^]*✔ (?:reference|wrong\/[\w-]+)\.session){9}/),
      played: Object.fromEntries(
        Object.entries(wrongOnes).map(([lab, names]) => [
          lab,
          expect.arrayContaining([
            right('reference.session'),
            ...names.map((name) => right(`wrong/${name}`)),
          ]),
        ]),
      ),
    });
    expect(code).toBe(0);

    const created = await rooms('create');
    const ids = new Set(created.map((line) => line.split(' ')[1]));
    // Two rooms that take turns and their mirror; seven stories, of which the first one is played in a room that was made in the first place.
    expect({ rooms: ids.size, containers: created.length }).toEqual({ rooms: 3, containers: 9 });
    expect([...(await rooms('destroy'))].sort()).toEqual([...created].sort());
    expect(await onOuter('ps', '-aq')).toEqual([]);
    // What students pulled, they pulled in their rooms.
    expect((await onOuter('images', '--format', '{{.Repository}}')).join(' ')).not.toMatch(
      /hello-world|nginx/,
    );
  },
  6 * MINUTE,
);
