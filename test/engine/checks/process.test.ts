import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCleanRoom, type CleanRoom } from '../../../src/cleanroom';
import { judgeLab } from '../../../src/judge/judge-lab';
import { makePlan } from '../../../src/plan/plan';
import type { Json } from '../../../src/text/json';
import { anyLab, checkOf } from '../../support/evidence';
import { lookAt } from '../../support/look-at';

let room: CleanRoom;
const minute = 60_000;
beforeAll(async () => {
  room = await openCleanRoom();
  // A shell as in the course, with nginx at hand.
  await sh('docker run -dit --name ubuntu nginx bash');
}, 5 * minute);
afterAll(() => room.close(), minute);

async function sh(script: string): Promise<void> {
  const { code, stderr } = await room.run(['sh', '-ec', script]);
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr}`);
}

async function judge(kind: string, subject: Json, keys: Record<string, Json>): Promise<string> {
  const check = checkOf(kind, subject, { in: 'ubuntu', ...keys });
  const task = { id: 't', title: 'T', needs: [], points: 20, bonus: false, checks: [check], at: check.at };
  const lab = { ...anyLab, tasks: [task] };
  const evidence = await lookAt(room.dockerHost, makePlan([lab]).requests);
  const [verdict] = judgeLab(lab, evidence).tasks.flatMap(({ checks }) => checks);
  return verdict?.message?.code ?? verdict?.outcome ?? 'nothing';
}

const master = (keys: Record<string, Json> = {}) => judge('process', 'nginx: master', keys);

test(
  'nginx is told as not started, started, stopped by a restart, paused',
  async () => {
    expect(await master()).toBe('process.only-main');
    await sh('docker exec ubuntu nginx');
    expect(await master({ count: 1, user: ['root'] })).toBe('passed');
    expect(await judge('process', 'nginx', { user: ['www-data'] })).toBe('passed');
    await sh('docker restart -t 0 ubuntu');
    expect(await master()).toBe('process.container-restarted');
    await sh('docker pause ubuntu');
    expect(await master()).toBe('container.paused');
    await sh('docker unpause ubuntu');
  },
  2 * minute,
);

test(
  'a command in the container is judged by what it gives',
  async () => {
    expect(await judge('exec', ['nginx', '-v'], { 'exit-code': 0, stderr: '/nginx version/' })).toBe(
      'passed',
    );
    expect(await judge('exec', ['nginx', '-v'], { stdout: '/nginx version/' })).toBe('exec.other-stream');
    expect(await judge('exec', 'exit 3', { 'exit-code': 0 })).toBe('exec.exit-code');
    expect(await judge('exec', ['python9'], { 'exit-code': 0 })).toBe('exec.not-found');
    expect(await judge('exec', 'python9', { 'exit-code': 0 })).toBe('exec.not-found');
    expect(await judge('exec', 'sleep 600', { 'exit-code': 0, deadline: '2s' })).toBe('exec.never-ends');
  },
  2 * minute,
);
