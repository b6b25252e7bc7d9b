import { expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventMemory } from '../../../../src/collect/looking';
import type { Json } from '../../../../src/text/json';
import { checkOf } from '../../../support/evidence';
import { gradeWith } from '../../../support/grade-checks';
import { memories } from '../../../support/remember';
import { ringEngine, type RingEngine } from '../../../support/ring-engine';

const top = (keys: Record<string, Json> = {}) =>
  checkOf('event', { type: 'container', action: 'top', container: 'ubuntu' }, keys);
const looksInside = checkOf('process', 'bash', { in: 'ubuntu' });
const nothing: EventMemory = {
  recording: () => null,
  ownCalls: () => [],
  owning: (_container, _action, call) => call(),
};

async function grade({ engine }: RingEngine, memory: EventMemory, check = top({ times: 1 })) {
  const [process, event] = await gradeWith(engine, [looksInside, check], memory);
  expect(process?.outcome).toBe('passed');
  return event?.outcome;
}

test('a finished lab stays finished, however often it is graded: 200 runs', async () => {
  using memory = memories();
  const host = ringEngine();
  host.happens('top');
  for (let run = 0; run < 200; run += 1)
    expect([run, await grade(host, memory.open())]).toEqual([run, 'passed']);
  expect(host.remembered()).not.toContain('create');
  expect(await grade(host, memory.open(), top({ times: { gte: 2 } }))).toBe('failed');
  // What the engine has forgotten was not seen by whoever remembers nothing.
  expect(await grade(host, nothing)).toBe('error');
});

test('what earlier looks saw is kept small, in one file that nobody else reads', async () => {
  using memory = memories();
  const host = ringEngine();
  for (let run = 0; run < 40; run += 1) await grade(host, memory.open());
  const folder = join(memory.home, '.local', 'state', 'vigie', 'recordings');
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  const { mode, size } = statSync(join(folder, files[0] ?? ''));
  expect([mode & 0o777, size < 300_000]).toEqual([0o600, true]);
});

test('several gradings at once lose nothing of what the others saw', async () => {
  using memory = memories();
  const host = ringEngine();
  for (let round = 0; round < 30; round += 1) {
    host.happens('top');
    const check = top({ times: round + 1 });
    const outcomes = await Promise.all([0, 1, 2, 3].map(() => grade(host, memory.open(), check)));
    expect([round, outcomes]).toEqual([round, ['passed', 'passed', 'passed', 'passed']]);
  }
  expect(host.remembered().filter((action) => action === 'create')).toEqual([]);
});

test('what the engine forgot between two looks stays unknown', async () => {
  using memory = memories();
  const host = ringEngine();
  expect(await grade(host, memory.open(), top())).toBe('failed');
  for (let n = 0; n < 300; n += 1) host.happens('pause');
  expect(await grade(host, memory.open(), top())).toBe('error');
  host.happens('top');
  expect(await grade(host, memory.open(), top())).toBe('passed');
});

test('a file that is no recording is told and left out', async () => {
  using memory = memories();
  const host = ringEngine();
  host.happens('top');
  await grade(host, memory.open());
  const folder = join(memory.home, '.local', 'state', 'vigie', 'recordings');
  const [file = ''] = readdirSync(folder);
  const path = join(folder, file);
  expect(readFileSync(path, 'utf8')).toContain('"action":"top"');
  writeFileSync(path, 'rubbish\n');
  const told: string[] = [];
  expect(await grade(host, memory.open({ onCorrupt: (bad) => told.push(bad) }))).toBe('passed');
  expect(told).toEqual([path]);
});

test('where nothing can be kept a look is graded all the same, and that is told', async () => {
  using memory = memories();
  const host = ringEngine();
  host.happens('top');
  mkdirSync(memory.home, { recursive: true });
  writeFileSync(join(memory.home, '.local'), 'no folder');
  const told: string[] = [];
  expect(await grade(host, memory.open({ onUnwritten: (folder) => told.push(folder) }))).toBe('passed');
  expect(told).toEqual([join(memory.home, '.local', 'state', 'vigie')]);
});
