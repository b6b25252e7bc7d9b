import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { watch } from '../../../src/cli/commands/watch';
import type { Io } from '../../../src/cli/io';
import { loadLabs } from '../../../src/grading/load-labs';
import { openEventMemory } from '../../../src/state/event-memory';
import { checkOf } from '../../support/evidence';
import { gradeChecks } from '../../support/grade-checks';
import { memories } from '../../support/remember';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;

const lab = `
vigie: 1
id: small
lang: en
title: A small lab
tasks:
  - id: run
    title: Run it
    points: 10
    checks:
      - container: ubuntu
        state: running
  - id: top
    title: Look at its processes
    points: 10
    checks:
      - event: { type: container, action: top, container: ubuntu }
`;

let room: CleanRoom;
let folder: string;
const stateBefore = process.env['VIGIE_STATE'];
beforeAll(async () => {
  room = await openCleanRoom();
  await host('docker pull -q ubuntu');
  folder = mkdtempSync(join(tmpdir(), 'vigie-watch-'));
  mkdirSync(join(folder, 'labs', 'small'), { recursive: true });
  writeFileSync(join(folder, 'labs', 'small', 'lab.yaml'), lab);
  process.env['VIGIE_STATE'] = join(folder, 'state');
}, BUILD_MS);
afterAll(async () => {
  if (stateBefore === undefined) delete process.env['VIGIE_STATE'];
  else process.env['VIGIE_STATE'] = stateBefore;
  rmSync(folder, { recursive: true, force: true });
  await room.close();
}, MINUTE);

async function host(command: string): Promise<void> {
  const { code, stderr } = await room.run(['sh', '-c', command]);
  expect({ command, code, stderr: code === 0 ? '' : stderr }).toEqual({ command, code: 0, stderr: '' });
}

/** A terminal that is none; `said` resolves when a line like this has come since the last one that was waited for. */
function paper() {
  const lines: string[] = [];
  let seen = 0;
  let check: () => void = () => undefined;
  const io: Io = {
    out: (text) => {
      lines.push(...text.split('\n').filter((line) => line !== ''));
      check();
    },
    err: (text) => lines.push(text),
    env: process.env,
    cwd: folder,
    language: 'en',
    color: false,
    columns: 80,
    isTty: false,
  };
  const said = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      check = () => {
        const at = lines.findIndex((line, index) => index >= seen && pattern.test(line));
        if (at < 0) return;
        seen = at + 1;
        resolve();
      };
      check();
    });
  return { io, said, lines };
}

test(
  'watching ticks tasks off as they are done, survives a restart of the engine, and what it saw stays seen',
  async () => {
    const labs = loadLabs([], 'labs', folder);
    if (!labs.ok) throw new Error(JSON.stringify(labs.error));
    const { io, said, lines } = paper();
    const stop = new AbortController();
    const watching = watch(
      { labs: labs.value, inFull: false, graders: [], host: room.dockerHost, signal: stop.signal },
      io,
    );
    await said(/small ✘ Run it/);
    await host('docker run -dit --name ubuntu ubuntu');
    await said(/small ✔ Run it/);
    await host('docker top ubuntu');
    await said(/small ✔ Look at its processes/);
    await room.stopEngine('SIGTERM');
    await said(/no engine since/);
    await room.startEngine();
    await said(/the engine answers again/);
    await said(/small ✘ Run it/);
    await host('docker start ubuntu');
    await said(/small ✔ Run it/);
    stop.abort();
    expect(await watching).toBe(0);
    const opinions = lines
      .filter((line) => /^\S+ small . Look at its processes/.test(line))
      .map((line) => line.split(' ')[2]);
    expect(opinions.at(-1)).toBe('✔');
    expect(opinions.filter((sign) => sign === '✔')).toHaveLength(1);

    const outcome = async (memory: ReturnType<typeof openEventMemory>, times: number) => {
      const check = checkOf('event', { type: 'container', action: 'top', container: 'ubuntu' }, { times });
      const [verdict] = await gradeChecks(room.dockerHost, [check], memory);
      return verdict?.outcome;
    };
    const recorded = () => openEventMemory({ env: process.env, home: folder });
    expect(await outcome(recorded(), 1)).toBe('passed');
    expect(await outcome(recorded(), 2)).toBe('failed');
    // Without the recording nobody knows.
    using nothing = memories();
    expect(await outcome(nothing.open(), 1)).toBe('error');
    await host('docker top ubuntu');
    expect(await outcome(recorded(), 2)).toBe('passed');
  },
  5 * MINUTE,
);
