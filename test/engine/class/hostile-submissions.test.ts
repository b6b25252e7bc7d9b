import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isRunning } from '../../../src/cleanroom/room/ending/process-identity';
import { listRooms } from '../../../src/cleanroom/room/room-record';
import type { ClassResult } from '../../../src/class/class-result';
import { openCleanRoom } from '../../../src/cleanroom';
import { machineMarks } from '../../support/machine-marks';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const root = resolve(__dirname, '../../..');

/** For each replay; a pull of ubuntu is a good part of it. */
const limitMs = 20_000;
const bomb = ':(){ :|:& };:';
const pull = '$ docker pull hello-world\n'; // 8 points
/** In the order of the roster: nothing but the limits of its room stops a bomb, which other tests see to with a harmless counter first. */
const sessions: Readonly<Record<string, string>> = {
  bomb: `${pull}$ ${bomb}\n$ docker ps\n`,
  contained: `${pull}$ docker run ubuntu bash -c '${bomb}; sleep 1000'\n`,
  // Most of it is only reserved: how fast a disk is makes no difference.
  filler: `${pull}$ fallocate -l 3700M most; cat /dev/zero > rest\n$ docker run hello-world\n`,
  apt: `${pull}$ docker run ubuntu sh -c 'while :; do apt-get update; done'\n`,
  killer: `${pull}$ docker run --pid host ubuntu sh -c 'kill -9 $(grep -l dockerd /proc/[0-9]*/comm | cut -d/ -f3)'\n`,
  endless: `${pull}$ while :; do sleep 1; done\n`,
  honest: readFileSync(join(root, 'labs/01-hello-world/sessions/reference.session'), 'utf8'),
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-hostile-class-'));
  await (await openCleanRoom()).close();
}, BUILD_MS);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function putRoster(): void {
  const entries = Object.entries(sessions).map(([id, text]) => {
    writeFileSync(join(folder, `${id}.session`), text);
    return `  Student ${id}: { id: ${id}, submission: ${id}.session }\n`;
  });
  writeFileSync(
    join(folder, 'roster.yaml'),
    `version: 1\nlabs: [01-hello-world]\nstudents:\n${entries.join('')}`,
  );
}

/** Grades while the machine is asked, again and again, to start a process of its own; gives how often it would not. */
function gradeClass(mark: string): Promise<{ readonly code: number | null; readonly refused: number }> {
  const flags = ['--labs', join(root, 'labs'), '--lang', 'en', '--time-limit', `${limitMs}ms`];
  const args = [join(root, 'dist/cli/main.js'), 'class', 'grade', 'roster.yaml', ...flags];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, VIGIE_TEST_MARK: mark },
    });
    let refused = 0;
    const asking = setInterval(() => {
      if (spawnSync('true', { timeout: 10_000 }).status !== 0) refused += 1;
    }, 500);
    child.on('close', (code) => {
      clearInterval(asking);
      done({ code, refused });
    });
  });
}

function results(): ReadonlyMap<string, ClassResult> {
  const path = join(folder, 'results', 'students');
  const reads = readdirSync(path).map(
    (file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as ClassResult,
  );
  return new Map(reads.map((result) => [result.student.id, result]));
}

/** Processes that inherited our mark. */
const marked = (mark: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
    } catch {
      return false; // it has ended
    }
  });

/** Processes and rooms of others come and go. */
function lastingMarks(): readonly string[] {
  const others = listRooms().flatMap(({ slot, record }) =>
    record && isRunning(record.owner) ? [String(slot)] : [],
  );
  const ofOther = (line: string) =>
    others.includes(/vigie(\d+)|rooms\/(\d+)/.exec(line)?.slice(1).find(Boolean) ?? '');
  return machineMarks().filter((line) => !/^(process|namespace) /.test(line) && !ofOther(line));
}

test('hostile submissions have their outcome within their time, and neither the machine nor who comes next notices', async () => {
  putRoster();
  const before = lastingMarks();
  const mark = `hostile-${process.pid}-${Date.now()}`;
  expect(await gradeClass(mark)).toEqual({ code: 3, refused: 0 });
  expect(marked(mark)).toEqual([]);
  expect(lastingMarks().filter((line) => !before.includes(line))).toEqual([]);

  const all = results();
  const told = (id: string) => {
    const replay = all.get(id)?.reports?.[0].replay;
    return [replay?.problem?.code, ...(replay?.trouble ?? []).map(({ code }) => code)];
  };
  expect(told('bomb')).toContain('room.too-many-processes');
  expect(told('contained')).toEqual(['session.too-long', 'room.too-many-processes']);
  expect(told('filler')).toContain('room.disk-full');
  expect(told('apt')).toEqual(['session.too-long']);
  expect(told('endless')).toEqual(['session.too-long']);
  expect(told('honest')).toEqual([undefined]);
  expect(all.get('killer')?.problem).toEqual({
    code: 'submission.not-graded',
    text: expect.stringMatching(/^The disposable engine no longer answered: .* could not be looked at\.$/),
  });
  // What was done until then counts.
  const points = ['contained', 'apt', 'endless', 'honest'].map((id) => all.get(id)?.reports?.[0].points);
  expect(points).toEqual([8, 8, 8, 20]);
  const replays = [...all.values()].flatMap(({ reports }) => reports?.[0].replay?.timings.replayMs ?? []);
  // Hanging up takes its moment.
  expect(replays.filter((ms) => ms > limitMs + 10_000)).toEqual([]);
}, 400_000);
