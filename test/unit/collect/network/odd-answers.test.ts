import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { decodeBody } from '../../../../src/collect/network/decode-body';
import { readAnswer } from '../../../../src/collect/network/read-answer';

const maxBytes = 1024;
const page = '<p>page</p>';
const length = `Content-Length: ${page.length}`;
const chunks = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`;
const ok = 'HTTP/1.1 200 OK';

/** All that came until the server closed the connection (or broke it off), in pieces of `size` bytes. */
async function read(bytes: Buffer, { size = bytes.length || 1, closed = true, method = 'GET' } = {}) {
  const reader = readAnswer(method, maxBytes);
  let state = 'more';
  for (let at = 0; at < bytes.length && state === 'more'; at += size)
    state = reader.take(bytes.subarray(at, at + size));
  if (state === 'invalid') return 'invalid';
  const answer = reader.answer(closed && state === 'more');
  if (answer === undefined) return 'nothing';
  const { status, headers, truncated } = answer;
  return { status, headers, headersTruncated: truncated, ...(await decodeBody(answer, maxBytes)) };
}

/** What curl 7.88 and Chromium 156 do with each was measured; where they differ, the one that shows it counts. */
const shown: Record<string, string> = {
  'line feeds alone': `${ok}\n${length}\n\n${page}`,
  'line feeds and both': `${ok}\r\n${length}\n\r\n${page}`,
  'two equal lengths': `${ok}\r\n${length}\r\n${length}\r\n\r\n${page}`,
  'a list of equal lengths': `${ok}\r\n${length}, ${page.length}\r\n\r\n${page}`,
  'two lengths of which the last is right': `${ok}\r\nContent-Length: 2\r\n${length}\r\n\r\n${page}`,
  'a length that is no number': `${ok}\r\nContent-Length: much\r\n\r\n${page}`,
  'a length below zero': `${ok}\r\nContent-Length: -1\r\n\r\n${page}`,
  'a length with a sign': `${ok}\r\nContent-Length: +${page.length}\r\n\r\n${page}`,
  'a length and chunks': `${ok}\r\n${length}\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
  'chunks with line feeds alone': `${ok}\nTransfer-Encoding: chunked\n\n${chunks.replaceAll('\r', '')}`,
  'chunks with spaces and extensions': `${ok}\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.replace('\r\n', '  ;a=b\r\n')}`,
  'chunks without an end behind the last': `${ok}\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.slice(0, -2)}`,
  'chunks in HTTP/1.0': `HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
  'chunks said twice': `${ok}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}`,
  'another transfer encoding': `${ok}\r\nTransfer-Encoding: identity\r\n\r\n${page}`,
  'no reason phrase': `HTTP/1.1 200\r\n\r\n${page}`,
  'a version without a dot': `HTTP/2 200\r\n\r\n${page}`,
  'a version unheard of': `HTTP/1.2 200 OK\r\n\r\n${page}`,
  'no version': `HTTP 200 OK\r\n\r\n${page}`,
  'small letters': `http/1.1 200 ok\r\n\r\n${page}`,
  'two spaces': `HTTP/1.1  200  OK\r\n\r\n${page}`,
  'line ends before it': `\r\n\r\n${ok}\r\n\r\n${page}`,
  'a byte-order mark before it': `\ufeff${ok}\r\n\r\n${page}`,
  'a folded header': `${ok}\r\nX-A: one\r\n two\r\n\r\n${page}`,
  'a header folded into the status line': `${ok}\r\n X-A: one\r\n\r\n${page}`,
  'a line without a colon': `${ok}\r\nnothing\r\n\r\n${page}`,
  'a header without a name': `${ok}\r\n: x\r\n\r\n${page}`,
  'control characters in a header': `${ok}\r\nX-A: \u0001\r\n\r\n${page}`,
  'no headers': `${ok}\r\n\r\n${page}`,
  'a hint before it': `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${ok}\r\n\r\n${page}`,
  'many hints before it': `${'HTTP/1.1 102 Processing\r\n\r\n'.repeat(30)}${ok}\r\n\r\n${page}`,
  'more headers than node takes': `${ok}\r\nX-A: ${'x'.repeat(90_000)}\r\n\r\n${page}`,
};

describe('an answer that curl or a browser shows is an answer', () => {
  test.each(Object.entries(shown))('with %s', async (_title, text) => {
    const bytes = Buffer.from(text);
    const whole = { status: 200, body: page, truncated: false };
    expect(await read(bytes)).toMatchObject(whole);
    if (bytes.length < 10_000) expect(await read(bytes, { size: 1 })).toMatchObject(whole);
  });

  test('with a space between name and colon, which does not belong to the name', async () => {
    const seen = await read(Buffer.from(`${ok}\r\nServer : nginx\r\nX-Été: é\r\n\r\n`));
    expect(seen).toMatchObject({ headers: { server: 'nginx', 'x-été': 'é' } });
  });

  test('with headers that come twice: joined, or the first where only one can be meant', async () => {
    const seen = await read(Buffer.from(`${ok}\r\nServer: a\r\nServer: b\r\nVia: x\r\nVia: y\r\n\r\n`));
    expect(seen).toMatchObject({ headers: { server: 'a', via: 'x, y' } });
  });

  test('with any status of three digits, and without a body where the status has none', async () => {
    expect(await read(Buffer.from('HTTP/1.1 999 No\r\n\r\n'))).toMatchObject({ status: 999 });
    expect(await read(Buffer.from(`HTTP/1.1 204 No\r\n\r\n${page}`))).toMatchObject({ body: '' });
    expect(await read(Buffer.from(`${ok}\r\n${length}\r\n\r\n`), { method: 'HEAD' })).toMatchObject({
      body: '',
      truncated: false,
    });
    expect(await read(Buffer.from('HTTP/1.1 101 Switching\r\n\r\n\u0001'))).toMatchObject({ status: 101 });
  });

  test('packed, or in another character set than UTF-8', async () => {
    const packed = Buffer.concat([Buffer.from(`${ok}\r\nContent-Encoding: gzip\r\n\r\n`), gzipSync(page)]);
    expect(await read(packed)).toMatchObject({ body: page, truncated: false });
    const lie = Buffer.from(`${ok}\r\nContent-Encoding: gzip\r\n\r\n${page}`);
    expect(await read(lie)).toMatchObject({ body: page });
    const bomb = Buffer.concat([
      Buffer.from(`${ok}\r\nContent-Encoding: gzip\r\n\r\n`),
      gzipSync('a'.repeat(50_000)),
    ]);
    expect(await read(bomb)).toMatchObject({ body: 'a'.repeat(maxBytes), truncated: true });
    const latin = (name: string) =>
      Buffer.from(`${ok}\r\nContent-Type: text/html; charset=${name}\r\n\r\n\xe9t\xe9`, 'latin1');
    expect(await read(latin('iso-8859-1'))).toMatchObject({ body: 'été' });
    expect(await read(latin('no-such'))).toMatchObject({ body: '\ufffdt\ufffd' });
  });
});

describe('what breaks off is known to be a part', () => {
  test.each<[string, string, string, boolean]>([
    ['a body shorter than its length', `${ok}\r\nContent-Length: 999\r\n\r\n${page}`, page, true],
    ['a body until a reset', `${ok}\r\n\r\n${page}`, page, false],
    ['chunks without the last', `${ok}\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n${page}\r\n`, page, true],
    ['chunks that are none', `${ok}\r\nTransfer-Encoding: chunked\r\n\r\n${page}\n`, '', true],
  ])('%s', async (_title, text, body, closed) => {
    expect(await read(Buffer.from(text), { closed })).toMatchObject({ status: 200, body, truncated: true });
  });

  test('headers that end in the middle, of more than are kept, or longer ones', async () => {
    expect(await read(Buffer.from(`${ok}\r\nServer: nginx\r\n`))).toMatchObject({
      status: 200,
      headers: { server: 'nginx' },
      headersTruncated: true,
      truncated: true,
    });
    const many = Array.from({ length: 101 }, (_, index) => `X-${index}: 1\r\n`).join('');
    expect(await read(Buffer.from(`${ok}\r\n${many}\r\n`))).toMatchObject({ headersTruncated: true });
    const long = `X: ${'y'.repeat(5000)}\r\n`;
    expect(await read(Buffer.from(`${ok}\r\n${long}\r\n`))).toMatchObject({ headersTruncated: true });
  });

  test('a reset in the middle of the headers is none', async () => {
    expect(await read(Buffer.from(`${ok}\r\nServer: nginx\r\n`), { closed: false })).toBe('nothing');
    expect(await read(Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'))).toBe('nothing');
    expect(await read(Buffer.alloc(0))).toBe('nothing');
  });
});

describe('what neither curl shows nor a browser on any port is no HTTP', () => {
  test.each([
    ['the greeting of another server', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ['a page without a status line', page],
    ['headers without a status line', 'Status: 200 OK\r\nContent-Type: text/html\r\n\r\n'],
    ['a zero byte in a header', `${ok}\r\nX: a\0b\r\n\r\n${page}`],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['TLS', '\u0016\u0003\u0001'],
    ['headers without end', `${ok}\r\nX: ${'y'.repeat(300_000)}`],
  ])('%s', async (_title, text) => {
    expect(await read(Buffer.from(text, 'latin1'))).toBe('invalid');
  });
});
