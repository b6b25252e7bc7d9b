import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { madeClass } from '../../../scripts/bench/made-class';
import type { Gradebook } from '../../../src/class/gradebook/gradebook';
import { CliFolder, ended } from '../cli/cli-folder';

const students = 10_000;
const folder = new CliFolder();
beforeAll(async () => {
  await folder.build();
  for (const result of madeClass(students))
    folder.put(`results/students/${result.student.id}.json`, JSON.stringify(result));
}, 180_000);
afterAll(() => {
  folder.remove();
});

/** With so little memory for JavaScript that the reports of the class would not fit in: they have to be read and forgotten. */
const report = (...args: readonly string[]) =>
  folder.start(['class', 'report', 'results', ...args], {
    env: folder.env({ NODE_OPTIONS: '--max-old-space-size=128' }),
  });

/** All that a process has read, from wherever. */
const bytesReadBy = (pid: number | undefined): number =>
  Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);

test('a class of ten thousand becomes a gradebook; killed in the middle it leaves no half of one', async () => {
  const killed = report('--out', 'killed.html', '--json', 'killed.json');
  // A good part of the 340 MB.
  while (bytesReadBy(killed.pid) < 50_000_000) await nextTurn();
  killed.kill('SIGKILL');
  expect(await ended(killed)).toMatchObject({ signal: 'SIGKILL' });
  expect(existsSync(join(folder.work, 'killed.html'))).toBe(false);

  const { code, stdout, stderr } = await ended(report('--out', 'class.html', '--json', 'class.json'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  expect(stdout).toMatch(/^10,?000 students/);
  const book = JSON.parse(readFileSync(join(folder.work, 'class.json'), 'utf8')) as Gradebook;
  expect(book.students).toHaveLength(students);
  expect(readFileSync(join(folder.work, 'class.html'), 'utf8').length).toBeLessThan(8_000_000);
}, 180_000);
