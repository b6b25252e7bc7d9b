import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CliFolder, ended } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

const at = (name: string): string => join(folder.work, name);
const judge = ['grade', '01-web', '--evidence', 'reached.json'];
const shell = (script: string, args: readonly string[]) =>
  ended(
    spawn('bash', ['-c', script, 'bash', process.execPath, folder.main, ...args], {
      cwd: folder.work,
      env: folder.env(),
    }),
  );

describe.each([
  ['evidence', '--save-evidence', (file: string) => file],
  ['a report', '--report', (file: string) => `json=${file}`],
])('%s', (_, flag, value) => {
  test('goes into a pipe that somebody reads, and the pipe stays', async () => {
    execFileSync('mkfifo', [at(`pipe${flag}`)]);
    const { code, stderr } = await shell(`cat 'pipe${flag}' >&2 & "$@"; code=$?; wait; exit $code`, [
      ...judge,
      flag,
      value(`pipe${flag}`),
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('"vigie": "');
    expect(lstatSync(at(`pipe${flag}`)).isFIFO()).toBe(true);
  });

  test('into what the shell has opened', async () => {
    const { code, stderr } = await shell('"$@" && exec "$@"', [...judge, flag, value('/dev/fd/2')]);
    expect(code).toBe(0);
    expect(stderr).toContain('"vigie": "');
  });

  test('through a link, which stays', async () => {
    folder.put(`far${flag}.json`, 'old');
    symlinkSync(`far${flag}.json`, at(`link${flag}`));
    expect((await folder.run([...judge, flag, value(`link${flag}`)])).code).toBe(0);
    expect(readlinkSync(at(`link${flag}`))).toBe(`far${flag}.json`);
    expect(readFileSync(at(`far${flag}.json`), 'utf8')).toContain('"vigie": "');
  });

  test('not into a pipe that nobody reads: that is told, and not waited for', async () => {
    execFileSync('mkfifo', [at(`unread${flag}`)]);
    const { code, stderr } = await folder.run([...judge, flag, value(`unread${flag}`)]);
    expect(code).toBe(3);
    expect(stderr.replaceAll('\n', ' ')).toContain('nobody reads at its other end');
    expect(readdirSync(folder.work).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
