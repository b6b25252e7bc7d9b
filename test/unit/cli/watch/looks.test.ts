import { expect, test } from '@jest/globals';
import { openLooks } from '../../../../src/cli/watch/looks';
import type { Answers } from '../../../../src/cli/watch/course-tests';
import type { Looked } from '../../../../src/cli/watch/state';
import type { Evidence } from '../../../../src/evidence/evidence';
import { labNamed } from '../../../support/look-through';
import { evidenceOfLab } from '../../../support/watched';

const testKey = 'jest/nginx was installed, then started, from the console of the container';
const passed: Answers = { [testKey]: { value: { outcome: 'passed' } } };

/** Evidence as a look brings it: no test was asked. */
function seen(log?: string): Evidence {
  const { facts, ...evidence } = evidenceOfLab('03-nginx');
  const { [testKey]: _, ...others } = facts;
  const logs = { value: { stdout: log ?? '', stderr: '', tty: true, truncated: false } };
  return { ...evidence, facts: log === undefined ? others : { ...others, 'logs/ubuntu': logs } };
}

/** Tests that answer when told to. */
function watched(now?: () => number) {
  const asked: { readonly evidence: Evidence; readonly answer: (answers: Answers) => void }[] = [];
  const shown: { readonly looked: Looked; readonly isAsking: boolean }[] = [];
  const stop = new AbortController();
  const looks = openLooks({
    labs: [labNamed('03-nginx')],
    language: 'en',
    show: { looked: (looked, isAsking) => void shown.push({ looked, isAsking }) },
    askTests: (evidence) => new Promise((answer) => asked.push({ evidence, answer })),
    signal: stop.signal,
    ...(now && { now }),
  });
  return { looks, asked, shown, stop, last: () => shown.at(-1) };
}
const points = (looked: Looked | undefined) => looked?.reports[0]?.points;
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('a lab with a hand-written test reaches all its points', async () => {
  const { looks, asked, shown } = watched();
  const taking = looks.take({ evidence: seen(), at: 0 });
  asked[0]?.answer(passed);
  await taking;
  // One look, one screen: nothing is shown before a test that answers at once.
  expect(shown.map(({ looked, isAsking }) => [points(looked), isAsking])).toEqual([[20, false]]);
  expect(shown[0]?.looked.reports[0]?.outcome).toBe('reached');
});

test('a test that takes long is waited for on the screen, and told when it has answered', async () => {
  const { looks, asked, shown } = watched();
  await looks.take({ evidence: seen(), at: 0 });
  expect(shown.map(({ looked, isAsking }) => [points(looked), isAsking])).toEqual([[19, true]]);
  const task = shown[0]?.looked.reports[0]?.tasks.find(({ id }) => id === 'console');
  expect([task?.outcome, task?.checks[0]?.message]).toEqual(['blocked', undefined]);
  asked[0]?.answer(passed);
  await soon();
  expect(shown.map(({ looked, isAsking }) => [points(looked), isAsking]).slice(1)).toEqual([[20, false]]);
});

test('a test is asked again when what it reads is different, and never twice at once', async () => {
  const { looks, asked, last } = watched();
  const taking = looks.take({ evidence: seen(), at: 0 });
  asked[0]?.answer(passed);
  await taking;
  await looks.take({ evidence: seen(), at: 1 });
  expect(asked).toHaveLength(1);
  await looks.take({ evidence: seen('a'), at: 2 });
  await looks.take({ evidence: seen('b'), at: 3 });
  expect(asked).toHaveLength(2);
  expect(last()?.isAsking).toBe(true);
  asked[1]?.answer(passed);
  await soon();
  // What it said of `a` says nothing of `b`.
  expect([asked.length, last()?.isAsking]).toEqual([3, true]);
  asked[2]?.answer({ [testKey]: { value: { outcome: 'failed', message: 'no' } } });
  await soon();
  expect([points(last()?.looked), last()?.isAsking]).toEqual([19, false]);
});

test('how long ago a container was started is nothing that a test has to be asked again for', async () => {
  const { looks, asked } = watched();
  const upFor = (status: string): Evidence => ({
    ...seen(),
    facts: { ...seen().facts, containers: { value: [{ Id: 'c', Names: ['/ubuntu'], Status: status }] } },
  });
  const taking = looks.take({ evidence: upFor('Up 9 seconds'), at: 0 });
  asked[0]?.answer(passed);
  await taking;
  for (const status of ['Up 12 seconds', 'Up Less than a second', 'Up About a minute', 'Up 2 hours'])
    await looks.take({ evidence: upFor(status), at: 1 });
  expect(asked).toHaveLength(1);
  void looks.take({ evidence: upFor('Up 2 hours (Paused)'), at: 2 });
  expect(asked).toHaveLength(2);
});

test('the lag is from the last event to when it is first shown, and stays', async () => {
  const { looks, asked, shown } = watched(() => 5_400);
  await looks.take({ evidence: seen(), at: 5_200, eventAt: 5_000 });
  asked[0]?.answer(passed);
  await soon();
  expect(shown.map(({ looked }) => looked.lagMs)).toEqual([400, 400]);
  await looks.take({ evidence: seen(), at: 6_000 });
  expect(shown.at(-1)?.looked.lagMs).toBeUndefined();
});

test('after the end nothing is shown', async () => {
  const { looks, asked, shown, stop } = watched();
  await looks.take({ evidence: seen(), at: 0 });
  stop.abort();
  asked[0]?.answer(passed);
  await soon();
  expect(shown).toHaveLength(1);
});
