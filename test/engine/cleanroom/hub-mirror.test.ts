import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom, openPool } from '../../../src/cleanroom';
import { standInImages } from '../../../src/cleanroom/images/stand-ins';
import { machineMarks } from '../../support/machine-marks';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

/** The machine's own address, at which a Docker Hub of ours is somewhere outside for every room. */
const outside = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('10.213.'));

const folder = mkdtempSync(join(tmpdir(), 'vigie-hub-'));
const asked: string[] = [];
let registry: ReturnType<typeof spawn>;
let front: Server;
let hub: string;

/** A registry with the stand-ins, and before it somebody who writes down what is asked for. */
beforeAll(async () => {
  const config = {
    version: '0.1',
    log: { level: 'error' },
    storage: {
      filesystem: { rootdirectory: await standInImages(() => undefined) },
      maintenance: { readonly: { enabled: true } },
    },
    http: { addr: '127.0.0.1:15999' },
  };
  writeFileSync(join(folder, 'registry.yml'), JSON.stringify(config));
  registry = spawn('docker-registry', ['serve', join(folder, 'registry.yml')], { stdio: 'ignore' });
  front = createServer((incoming, answer) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    const { method, url, headers } = incoming;
    request({ host: '127.0.0.1', port: 15_999, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    })
      .on('error', () => answer.destroy())
      .end();
  });
  front.listen(0, outside?.address);
  await once(front, 'listening');
  const address = front.address();
  if (typeof address === 'string' || address === null) throw new Error('no port');
  hub = `http://${address.address}:${address.port}`;
}, BUILD_MS);
afterAll(async () => {
  front.closeAllConnections();
  front.close();
  registry.kill();
  await once(registry, 'exit');
  rmSync(folder, { recursive: true });
}, MINUTE);

const pulls = () =>
  asked.filter((line) => line.startsWith('GET ') && /\/(blobs|manifests)\//.test(line)).length;

/** The registry keeps a layer while it hands it on: pulls until it asks for nothing any more. */
async function pullUntilKept(room: CleanRoom): Promise<void> {
  for (;;) {
    const before = pulls();
    await room.run(['sh', '-c', 'docker rmi -f hello-world; docker pull hello-world']);
    if (pulls() === before) return;
  }
}

test(
  'rooms of one process have one mirror of Docker Hub, whatever they may reach besides, and nothing comes from there again',
  async () => {
    const before = machineMarks();
    {
      await using pool = openPool({ kind: 'private', hub, warm: 1, images: ['hello-world'], network: [] });
      await using first = await pool.take();
      expect(pulls()).toBeGreaterThan(0);
      await pullUntilKept(first);
      const fromOutside = pulls();
      await using second = await pool.take();
      await using open = await openCleanRoom({ kind: 'private', hub });
      for (const room of [second, open]) {
        const { stdout } = await room.run(['docker', 'run', '--rm', 'hello-world']);
        expect(stdout).toContain('Hello from Docker!');
        expect((await room.run(['docker', 'image', 'inspect', 'hello-world'])).stdout).toMatch(
          /hello-world@sha256:[0-9a-f]{64}/,
        );
      }
      expect(pulls()).toBe(fromOutside);
      // The way to the mirror is no way out.
      const out = await first.run([
        'bash',
        '-c',
        `exec 3<>/dev/tcp/${outside?.address}/${new URL(hub).port}`,
      ]);
      expect(out.stderr).toMatch(/refused|unreachable|No route/i);
    }
    expect(machineMarks().filter((mark) => !before.includes(mark))).toEqual([]);
  },
  2 * MINUTE,
);
