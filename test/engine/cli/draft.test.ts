import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { makeVigieFolder, type VigieFolder } from '../../support/labs/vigie-folder';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

let room: CleanRoom;
let vigie: VigieFolder;
let folder: string;
beforeAll(async () => {
  [room, vigie] = await Promise.all([openCleanRoom(), makeVigieFolder()]);
  folder = mkdtempSync(join(tmpdir(), 'vigie-draft-'));
  const commands = [
    'docker network create blue',
    'docker run -dit --name ubuntu --network blue -p 80:80 -p 81 -e SECRET=hunter2 -v data:/data --restart always ubuntu',
    'docker exec ubuntu sh -c "apt-get update && apt-get install -y nginx && service nginx start"',
    'docker run --name quizzical_lewin hello-world',
  ];
  for (const command of commands) await host(command);
}, BUILD_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  vigie[Symbol.dispose]();
  await room.close();
}, MINUTE);

async function host(command: string): Promise<void> {
  const { code, stderr } = await room.run(['sh', '-c', command]);
  expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
}

const run = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await room.run([process.execPath, vigie.main, ...args], {
    env: { VIGIE_STATE: join(room.home, '.vigie'), XDG_CACHE_HOME: join(folder, 'cache') },
  });
  return { code, stdout, stderr };
};

test('a running host becomes a lab that is sound and gives all points on this very host', async () => {
  const named = ['--container', 'ubuntu', '--image', 'ubuntu', '--id', 'web'];
  const { code, stdout, stderr } = await run('draft', ...named, '--lang', 'en');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n').map((line) => line.trim());
  for (const line of [
    '- image: ubuntu:latest',
    'pulled: true',
    'verified: true',
    'state: running',
    'tty: true',
    "- '80:80'",
    "- '81'",
    'restart-policy: always',
    'SECRET: { exists: true }',
    '/data: data',
    '- blue',
    '- package: nginx',
    "- process: 'nginx: master'",
    '- http: { container: ubuntu, port: 80, path: / }',
    'headers: { server: /^nginx/ }',
  ])
    expect(lines).toContain(line);
  expect(stdout).not.toMatch(/hunter2|[0-9a-f]{12}|:32\d\d\d/);

  const lab = join(folder, 'lab.yaml');
  writeFileSync(lab, stdout);
  expect((await run('lint', lab, '--lang', 'en')).stderr).toBe('');
  const graded = await run('grade', lab, '--lang', 'en');
  expect({ code: graded.code, mark: /^Mark: .*$/m.exec(graded.stdout)?.[0] }).toEqual({
    code: 0,
    mark: expect.stringMatching(/^Mark: 20 \/ 20/),
  });
});

test('a container that nobody named is meant by its image', async () => {
  const { code, stdout } = await run('draft', '--container', 'quizzical_lewin', '--lang', 'fr');
  expect(code).toBe(0);
  expect(stdout).toContain('- container: { image: hello-world:latest }');
  expect(stdout).not.toContain('quizzical');
});

test('what is not there is told with what is near it, and nothing is printed', async () => {
  expect(await run('draft', '--container', 'ubunut', '--lang', 'en')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There is no container called "ubunut". Did you mean "ubuntu"? On this host:\nquizzical_lewin, ubuntu.\n',
  });
});
