import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClassResult } from '../../../src/class/class-result';
import { openCleanRoom } from '../../../src/cleanroom';
import { listRooms } from '../../../src/cleanroom/room/room-record';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const root = resolve(__dirname, '../../..');

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-class-submissions-'));
  // Builds what is missing, so that the class itself has to wait for nothing.
  await (await openCleanRoom()).close();
}, BUILD_MS);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};

interface Run {
  readonly code: number | null;
  readonly said: string;
  /** Rooms that it left. */
  readonly left: number;
}

function gradeClass(roster: string): Promise<Run> {
  const main = join(root, 'dist/cli/main.js');
  const args = [
    main,
    'class',
    'grade',
    roster,
    '--out',
    'results',
    '--labs',
    join(root, 'labs'),
    '--lang',
    'en',
  ];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('close', (code) => {
      const left = listRooms().filter(({ record }) => record?.owner.pid === child.pid);
      done({ code, said, left: left.length });
    });
  });
}

test('each submission of a class is played in a room of its own, and no room is left', async () => {
  put('good.session', readFileSync(join(root, 'labs/01-hello-world/sessions/reference.session'), 'utf8'));
  put('late.session', '$ docker pull hello-world\n');
  put(
    'roster.yaml',
    `version: 1
labs: [01-hello-world]
students:
  Ada: { id: ada, submission: good.session }
  Bo: { id: bo, submission: late.session }
  Cy: { id: cy, submission: nowhere.session }
`,
  );
  expect(await gradeClass('roster.yaml')).toEqual({
    code: 3,
    said: expect.stringContaining('3 students: 2 graded'),
    left: 0,
  });
  const marks = readdirSync(join(folder, 'results/students')).map((name) => {
    const text = readFileSync(join(folder, 'results/students', name), 'utf8');
    const { student, reports, problem } = JSON.parse(text) as ClassResult;
    return [student.id, reports?.[0].points ?? problem?.code];
  });
  // Pulled and verified, and nothing run: Bo never saw Ada's container.
  expect(Object.fromEntries(marks)).toEqual({ ada: 20, bo: 8, cy: 'entry.no-such-file' });
}, 300_000);
