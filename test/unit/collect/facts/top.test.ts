import { expect, test } from '@jest/globals';
import { markCalls } from '../../../../src/collect/events/mark-calls';
import { top } from '../../../../src/collect/facts/top';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import { fault } from '../../../../src/evidence/fault';
import { fakeHost, type Canned } from '../../../support/fake-host';
import { ubuntu } from '../../../support/evidence';

const { Id } = ubuntu();
const table = { Titles: ['UID', 'CMD'], Processes: [['root', '/bin/bash']] };
const good: Canned = { status: 200, body: table };
const created: Canned = { status: 201, body: { Id: 'ab12' } };

/** `answer`: of every `top`; `fresh`: the container at a second inspect; `mark`: of the exec that is created before and after. */
function look(
  answer: Canned,
  fresh: ContainerInspect | null = ubuntu(),
  first: ContainerInspect | null = ubuntu(),
  { mark = created, flavour = 'docker' }: { mark?: Canned; flavour?: string } = {},
) {
  const inspected: Canned =
    fresh === null
      ? { status: 404, body: { message: `No such container: ${Id}` } }
      : { status: 200, body: fresh as never };
  const answers = {
    [`/containers/${Id}/top`]: answer,
    [`/containers/${Id}/json`]: inspected,
    [`/containers/${Id}/exec`]: mark,
  };
  const host = fakeHost(answers, { 'container/ubuntu': first, engine: { flavour } });
  const { engine, signal, memory } = host.looking;
  const recordsMarks = () => Promise.resolve(flavour === 'docker');
  const owning = markCalls({ engine, signal, owning: memory.owning, recordsMarks });
  const looking = { ...host.looking, memory: { ...memory, owning } };
  const fact = top({ fact: 'top', container: 'ubuntu' }, looking);
  const calls = () => host.asked.map((path) => path.split('/').at(-1));
  return { fact, calls, tops: () => calls().filter((call) => call === 'top').length };
}

const read = { value: { titles: ['UID', 'CMD'], processes: [['root', '/bin/bash']] } };

test('one reading is one call between two marks', async () => {
  const { fact, calls } = look(good);
  expect(await fact).toEqual(read);
  expect(calls()).toEqual(['exec', 'top', 'exec']);
});

test('an engine that refuses marks is read all the same, and Podman needs none', async () => {
  const refusing = look(good, ubuntu(), ubuntu(), {
    mark: { status: 403, body: { message: 'no exec here' } },
  });
  expect(await refusing.fact).toEqual(read);
  expect(refusing.calls()).toEqual(['exec', 'top']);
  const podman = look(good, ubuntu(), ubuntu(), { flavour: 'podman' });
  expect(await podman.fact).toEqual(read);
  expect(podman.calls()).toEqual(['top']);
});

test.each<[string, ContainerInspect | null]>([
  ['paused', ubuntu({ State: { Status: 'paused', Running: true, Paused: true } })],
  ['stopped', ubuntu({ State: { Status: 'exited', Running: false } })],
  ['between two crashes', ubuntu({ State: { Status: 'restarting', Running: true, Restarting: true } })],
  ['not there', null],
])('a container that is %s is not asked', async (_what, first) => {
  const { fact, tops } = look(good, ubuntu(), first);
  expect(await fact).toEqual({ value: null });
  expect(tops()).toBe(0);
});

const stopped = ubuntu({ State: { Status: 'exited', Running: false } });

test.each<[string, Canned]>([
  ['is not running', { status: 409, body: { message: 'container is not running' } }],
  ['has no processes', { status: 200, body: { ...table, Processes: null } }],
  ['lost its shim', { status: 500, body: { message: 'ttrpc: closed' } }],
  ['is gone', { status: 404, body: { message: `No such container: ${Id}` } }],
])('a container that ends under the call (%s) does not run', async (_what, answer) => {
  const { fact, tops } = look(answer, stopped);
  expect(await fact).toEqual({ value: null });
  expect(tops()).toBe(1);
});

test('a container that runs after all is asked once more', async () => {
  const { fact, tops } = look({ status: 500, body: { message: 'ttrpc: closed' } });
  expect(await fact).toMatchObject({ fault: { code: 'engine.failed', args: { status: 500 } } });
  expect(tops()).toBe(2);
});

test('an empty answer of a container that runs is no answer', async () => {
  expect(await look({ status: 200, body: null }).fact).toMatchObject({
    fault: { code: 'engine.answer-invalid' },
  });
});

test('something else than a table is no answer', async () => {
  expect(await look({ status: 200, body: 'hello' }).fact).toMatchObject({
    fault: { code: 'engine.answer-invalid' },
  });
});

test('an engine that hangs costs the deadline once', async () => {
  const hangs = fault('deadline', { call: 'GET /containers/ubuntu/top', deadlineMs: 5000 });
  const { fact, calls } = look({ fault: hangs });
  expect(await fact).toEqual({ fault: hangs });
  expect(calls()).toEqual(['exec', 'top', 'exec']);
  const deaf = look(good, ubuntu(), ubuntu(), { mark: { fault: hangs } });
  expect(await deaf.fact).toEqual({ fault: hangs });
  expect(deaf.calls()).toEqual(['exec']);
});

test('what a container’s processes are called cannot fill the evidence', async () => {
  const rows = Array.from({ length: 3000 }, () => ['root', 'x'.repeat(5000)]);
  const fact = await look({ status: 200, body: { Titles: ['UID', 'CMD'], Processes: rows } }).fact;
  if (!('value' in fact) || fact.value === null) throw new Error('No processes came.');
  expect(fact.value.processes).toHaveLength(1000);
  expect(fact.value.processes[0]?.[1]).toHaveLength(1000);
});
