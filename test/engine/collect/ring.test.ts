import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { look } from '../../../src/evidence/evidence';
import { engineAt, lookAt } from '../../support/look-at';
import { makeVigieFolder, type VigieFolder } from '../../support/labs/vigie-folder';
import { ringEngine } from '../../support/ring-engine';

let room: CleanRoom;
let vigie: VigieFolder;
const minute = 60_000;

beforeAll(async () => {
  [room, vigie] = await Promise.all([openCleanRoom(), makeVigieFolder()]);
  await run('docker', 'run', '-dit', '-p', '80:80', '--name', 'ubuntu', 'ubuntu');
}, 15 * minute);
afterAll(async () => {
  vigie[Symbol.dispose]();
  await room.close();
}, minute);

async function run(...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await room.run(argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`);
  return stdout.trim();
}

/** A grader that shares no state with any other; killed after `killMs`, if it is to be. */
async function gradeApart(index: number, killMs?: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [vigie.main, 'grade', '02-ubuntu', '--labs', join(vigie.path, 'labs'), '--host', room.dockerHost],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        VIGIE_STATE: join(vigie.path, `state-${index}`),
        XDG_CACHE_HOME: join(vigie.path, 'cache'),
      },
    },
  );
  const timer = killMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killMs);
  await once(child, 'exit');
  clearTimeout(timer);
}

/** The tops of the container that an own look, without any memory, takes for the student's. */
async function topsOfStudent(): Promise<number> {
  const fact = look(await lookAt(room.dockerHost, [{ fact: 'events' }]), { fact: 'events' });
  if (!('value' in fact)) throw new Error(fact.fault.code);
  const { events } = fact.value;
  return events.filter(({ action, own, unsure }) => action === 'top' && !own && unsure !== true).length;
}

test(
  'several gradings at once give nobody a docker top; one that was typed counts',
  async () => {
    for (const count of [2, 4]) await Promise.all(Array.from({ length: count }, (_, at) => gradeApart(at)));
    expect(await topsOfStudent()).toBe(0);
    await run('docker', 'top', 'ubuntu');
    expect(await topsOfStudent()).toBe(1);
  },
  6 * minute,
);

test(
  'of a grading that was killed nobody knows whether it still read the processes: it gives nobody a docker top, and takes none beyond its own',
  async () => {
    const before = await topsOfStudent();
    const killed = [900, 1400];
    const whole = [gradeApart(10), gradeApart(11)];
    await Promise.all([...whole, ...killed.map((killMs, at) => gradeApart(12 + at, killMs))]);
    expect(await topsOfStudent()).toBe(before);
    const typed = killed.length + 1;
    for (let count = 0; count < typed; count++) await run('docker', 'top', 'ubuntu');
    const counted = (await topsOfStudent()) - before;
    expect(counted).toBeGreaterThanOrEqual(typed - killed.length);
    expect(counted).toBeLessThanOrEqual(typed);
  },
  6 * minute,
);

test(
  'an engine keeps its newest 256 events, as the one in this process does',
  async () => {
    const fake = ringEngine();
    for (let at = 0; at < 300; at++) fake.happens('rename');
    const engine = engineAt(room.dockerHost);
    const id = await run('docker', 'inspect', '-f', '{{.Id}}', 'ubuntu');
    for (let at = 0; at < 300; at++) {
      const name = at % 2 === 0 ? 'other' : 'ubuntu';
      const call = { method: 'POST', path: `/containers/${id}/rename`, query: { name }, as: 'json' } as const;
      const answer = await engine.request(call, { deadlineMs: 10_000, maxBytes: 100_000 });
      expect(answer.ok && answer.status).toBe(204);
    }
    const query = { since: '0', until: await run('date', '+%s.%N') };
    const call = { method: 'GET', path: '/events', query, as: 'ndjson-until-end' } as const;
    const answer = await engine.request(call, { deadlineMs: 10_000, maxBytes: 4_000_000 });
    if (!answer.ok) throw new Error(answer.fault.code);
    const actions = answer.body.map((event) => (event as { readonly Action: string }).Action);
    expect(actions).toEqual(fake.remembered());
  },
  2 * minute,
);
