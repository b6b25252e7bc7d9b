import { afterEach, expect, test } from '@jest/globals';
import { failed } from '../../../src/collect/engine/call-name';
import type { Call, Engine } from '../../../src/collect/engine/engine';
import { openAt } from './engine-contract';
import { json, startFakeEngine, text, type FakeEngine, type Handler } from './fake-engine';

const limits = { deadlineMs: 5000, maxBytes: 100_000 };
const soon = { ...limits, deadlineMs: 150 };
/** Far more than any deadline here, far less than "for ever". */
const muchTooLong = 3000;
const call: Call<'json'> = { method: 'GET', path: '/x', as: 'json' };

let fake: FakeEngine | undefined;
let engine: Engine | undefined;
afterEach(async () => {
  engine?.close();
  await fake?.terminate();
});

async function engineThat(answers: Handler): Promise<Engine> {
  fake = await startFakeEngine({ '/x': answers });
  engine = openAt(fake.path);
  return engine;
}

const drip: Handler = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => {
    clearInterval(timer);
  });
};
const hang: Handler = () => undefined;
const headersOnly: Handler = (_, response) => {
  response.writeHead(200).flushHeaders();
};

test.each([
  ['hangs', hang],
  ['answers with headers only', headersOnly],
  ['drips for ever', drip],
])('a request to an engine that %s ends at its deadline', async (_, handler) => {
  const asked = await engineThat(handler);
  const began = performance.now();
  expect(await asked.request(call, soon)).toEqual({
    ok: false,
    fault: { code: 'deadline', args: { call: 'GET /x', deadlineMs: 150 } },
  });
  expect(performance.now() - began).toBeLessThan(muchTooLong);
});

test('the deadline covers a stream to its end', async () => {
  const asked = await engineThat(drip);
  const answer = await asked.request({ ...call, as: 'stream' }, soon);
  if (!answer.ok) throw new Error(answer.fault.code);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  expect(bytes).toBeGreaterThan(0);
  expect(answer.body.fault()).toMatchObject({ code: 'deadline' });
});

test('other requests are answered while one hangs', async () => {
  const asked = await engineThat(hang);
  const hanging = asked.request(call, soon);
  expect(await asked.request({ ...call, path: '/_ping', as: 'text' }, limits)).toMatchObject({
    ok: true,
    body: 'OK',
  });
  expect(await hanging).toMatchObject({ fault: { code: 'deadline' } });
});

test.each<[string, Handler]>([
  [
    'stops in the middle of a body',
    (_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('{"half":', () => response.socket?.destroy());
    },
  ],
  [
    'stops in the middle of a chunked body',
    (_, response) => {
      response.writeHead(200);
      response.write('{"half":', () => response.socket?.destroy());
    },
  ],
  [
    'hangs up without an answer',
    (request) => {
      request.socket.destroy();
    },
  ],
])('an engine that %s has lost the connection, which is no deadline', async (_, handler) => {
  const asked = await engineThat(handler);
  expect(await asked.request(call, limits)).toMatchObject({
    ok: false,
    fault: { code: 'engine.connection-lost', args: { call: 'GET /x' } },
  });
});

test('a body over the cap is too large, whole or as a stream that still gives its beginning', async () => {
  const asked = await engineThat(text('a'.repeat(300_000)));
  expect(await asked.request({ ...call, as: 'bytes' }, limits)).toEqual({
    ok: false,
    fault: { code: 'too-large', args: { call: 'GET /x', maxBytes: 100_000 } },
  });
  const answer = await asked.request({ ...call, as: 'stream' }, limits);
  if (!answer.ok) throw new Error(answer.fault.code);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  expect(bytes).toBe(100_000);
  expect(answer.body.fault()).toMatchObject({ code: 'too-large' });
});

test('a body of exactly the cap comes through', async () => {
  const asked = await engineThat(text('a'.repeat(100_000)));
  expect(await asked.request({ ...call, as: 'text' }, limits)).toMatchObject({
    ok: true,
    body: 'a'.repeat(100_000),
  });
});

test('a 500 is an answer that names the failure of the engine', async () => {
  const asked = await engineThat(json({ message: 'ttrpc: closed' }, 500));
  const answer = await asked.request(call, limits);
  expect(answer.ok && failed(call, answer)).toEqual({
    code: 'engine.failed',
    args: { call: 'GET /x', status: 500, message: 'ttrpc: closed' },
  });
});

test('what is not JSON is an invalid answer', async () => {
  const asked = await engineThat(text('<html>'));
  expect(await asked.request(call, limits)).toMatchObject({
    ok: false,
    fault: { code: 'engine.answer-invalid', args: { detail: '<html>' } },
  });
});

test('an empty body is null', async () => {
  const asked = await engineThat(text(''));
  expect(await asked.request(call, limits)).toMatchObject({ ok: true, body: null });
});

test('an error in plain text has its message, as all errors do', async () => {
  const asked = await engineThat(text('client version 1.23 is too old', 400));
  expect(await asked.request(call, limits)).toMatchObject({
    ok: true,
    status: 400,
    body: { message: 'client version 1.23 is too old' },
  });
});

test('what speaks no HTTP gives an invalid answer', async () => {
  const asked = await engineThat((request) => {
    request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  });
  expect(await asked.request(call, limits)).toMatchObject({
    ok: false,
    fault: { code: 'engine.answer-invalid' },
  });
});

test("the caller's signal ends a request as cancelled", async () => {
  const asked = await engineThat(hang);
  const stop = new AbortController();
  const answer = asked.request(call, { ...limits, signal: stop.signal });
  stop.abort();
  expect(await answer).toEqual({ ok: false, fault: { code: 'cancelled', args: { call: 'GET /x' } } });
  expect(await asked.request(call, { ...limits, signal: stop.signal })).toMatchObject({
    fault: { code: 'cancelled' },
  });
});

test('closing ends what is under way, and what comes later, as cancelled', async () => {
  const asked = await engineThat(hang);
  const answer = asked.request(call, limits);
  asked.close();
  expect(await answer).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  expect(await asked.request(call, limits)).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
});

test('a stream that is closed early ends at once and without a fault', async () => {
  const asked = await engineThat(drip);
  const answer = await asked.request({ ...call, as: 'stream' }, limits);
  if (!answer.ok) throw new Error(answer.fault.code);
  for await (const chunk of answer.body) if (chunk.length > 0) break;
  expect(answer.body.fault()).toBeUndefined();
});

test('requests go out without an API version, their query and body as the API takes them', async () => {
  const seen: string[] = [];
  fake = await startFakeEngine({
    '/x': (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${body}`);
        response.end('{}');
      });
    },
  });
  engine = openAt(fake.path);
  await engine.request(
    { ...call, query: { all: true, n: 0, none: undefined, filters: { name: ['a b&c'] } } },
    limits,
  );
  await engine.request({ ...call, query: {} }, limits);
  await engine.request({ ...call, method: 'POST', body: { Cmd: ['é'] } }, limits);
  await engine.request({ ...call, method: 'POST' }, limits);
  await engine.request({ ...call, method: 'PUT', query: { path: '/' }, body: Buffer.from('tar') }, limits);
  expect(seen).toEqual([
    'GET /x?all=true&n=0&filters=%7B%22name%22%3A%5B%22a%20b%26c%22%5D%7D ',
    'GET /x ',
    'POST /x {"Cmd":["é"]}',
    'POST /x ',
    'PUT /x?path=%2F tar',
  ]);
});
