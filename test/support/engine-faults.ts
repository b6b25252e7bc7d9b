import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Json } from '../../src/text/json';
import type { RawAnswer } from './recorded-engine';

/** What a broken, proxied or hostile engine may do instead of its answer. */
export type EngineFault = (recorded: RawAnswer, request: IncomingMessage, response: ServerResponse) => void;

const page = '<html><head><title>Error</title></head><body><h1>Sorry</h1></body></html>';
const bytesOf = ({ body }: RawAnswer): Buffer => Buffer.from(body, 'base64');

/** Another answer, whole and well-formed as HTTP. */
const says =
  (status: number, body: string | Buffer, type = 'application/json'): EngineFault =>
  (_, { method }, response) => {
    response.writeHead(status, { 'Content-Type': type });
    response.end(method === 'HEAD' ? undefined : body);
  };
/** The recorded answer with other bytes. */
const changed =
  (change: (bytes: Buffer) => Buffer | string): EngineFault =>
  (recorded, { method }, response) => {
    const { 'content-length': _, ...headers } = recorded.headers;
    const body = change(bytesOf(recorded));
    response.writeHead(recorded.status, headers);
    response.end(method === 'HEAD' ? undefined : body);
  };
/** Bytes on the wire; `end`: and then hangs up. */
const raw =
  (text: string | ((recorded: RawAnswer) => string), end = true): EngineFault =>
  (recorded, { socket }) => {
    socket.write(typeof text === 'string' ? text : text(recorded));
    if (end) socket.end();
  };

/** Changes each value of the recorded JSON (of each line, where there are several); what is no JSON stays. */
const rewritten = (change: (key: string, value: Json) => Json | undefined): EngineFault =>
  changed((bytes) => {
    const text = bytes.toString();
    try {
      return JSON.stringify(JSON.parse(text, change));
    } catch {
      return text.startsWith('{')
        ? text
            .split('\n')
            .map((line) => (line.trim() === '' ? line : JSON.stringify(JSON.parse(line, change))))
            .join('\n')
        : page;
    }
  });
const headOf = ({ status, headers }: RawAnswer): string =>
  `HTTP/1.1 ${status} OK\r\nContent-Type: ${headers['content-type'] ?? 'application/octet-stream'}\r\n`;
const isText = (value: Json): value is string => typeof value === 'string';
const isNumber = (value: Json): value is number => typeof value === 'number';

const statuses = [
  ...[202, 203, 204, 205, 206, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407],
  ...[408, 409, 410, 411, 412, 413, 414, 415, 418, 421, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503],
  ...[504, 505, 507, 511, 599],
];

/** The right answer with other bytes. */
export const byteFaults: Readonly<Record<string, EngineFault>> = {
  'a byte-order mark': changed((bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  'UTF-16': changed((bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le')),
  compressed: changed((bytes) => gzipSync(bytes)),
  twice: changed((bytes) => Buffer.concat([bytes, Buffer.from('\n'), bytes])),
  zeros: changed((bytes) => Buffer.alloc(bytes.length + 1)),
  noise: changed((bytes) => Buffer.from(bytes.map((_, index) => (index * 197 + 13) % 256))),
  'half, ended well': changed((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2) - 3)),
  'one byte less': changed((bytes) => bytes.subarray(0, -2)),
  'more than anybody wants': changed(() => Buffer.alloc(20_000_000, '{"a":1},')),
  'texts are numbers': rewritten((_, value) => (isText(value) ? 5 : value)),
  'numbers are texts': rewritten((_, value) => (isNumber(value) ? 'x' : value)),
  'numbers are negative': rewritten((_, value) => (isNumber(value) ? -Math.abs(value) - 1 : value)),
  'numbers are infinite': changed((bytes) => bytes.toString().replace(/:\d+/g, ':1e999') || page),
  'all is null': rewritten((key, value) => (key === '' ? value : null)),
  'lists are objects': rewritten((_, value) => (Array.isArray(value) ? { list: 1 } : value)),
  'flags are texts': rewritten((_, value) => (typeof value === 'boolean' ? String(value) : value)),
  'no key is kept': rewritten((key, value) => (key === '' || /^\d+$/.test(key) ? value : undefined)),
  'times are none': rewritten((_, value) => (isText(value) && /^\d{4}-\d\d-/.test(value) ? 'x' : value)),
  'all are called otherwise': rewritten((key, value) =>
    /^(Id|ID|Name)$/.test(key) && isText(value) ? 'f'.repeat(64) : value,
  ),
};

/** Something else than the right answer. */
export const engineFaults: Readonly<Record<string, EngineFault>> = {
  ...Object.fromEntries(statuses.map((status) => [`${status} with a page`, says(status, page, 'text/html')])),
  ...Object.fromEntries(
    [302, 400, 401, 403, 404, 405, 409, 410, 429, 500, 501, 502, 503].flatMap((status) => [
      [`${status} in JSON`, says(status, '{"message":"Sorry"}')],
      [`${status} without words`, says(status, '')],
    ]),
  ),
  '404 of a router': says(404, '{"message":"page not found"}'),
  '404 of another name': says(404, '{"message":"No such container: other"}'),
  '404 of a proxy': says(404, '404 page not found\n', 'text/plain'),
  '200 with a page': says(200, page, 'text/html'),
  '200 with a page that says JSON': says(200, page),
  '201 with an object': says(201, '{}'),
  ...Object.fromEntries(
    ['{}', 'null', 'true', '0', '"x"', '[null]', '[{}]', '[[]]', '{', '{"message":"Sorry"}'].map((body) => [
      `200 ${body}`,
      says(200, body),
    ]),
  ),
  'nested without end': says(200, '['.repeat(100_000) + ']'.repeat(100_000)),
  'nested objects': says(200, '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)),
  'another protocol': raw('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n', false),
  'another protocol, and ends': raw('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'),
  'only early hints': raw('HTTP/1.1 103 Early Hints\r\n\r\n'),
  'hangs up': (_, { socket }) => socket.destroy(),
  'never answers': () => undefined,
  'headers only': raw((recorded) => `${headOf(recorded)}Content-Length: 100\r\n\r\n`, false),
  'headers without end': raw('HTTP/1.1 200 OK\r\nX-A: b\r\n', false),
  'half of a length': raw(
    (recorded) =>
      `${headOf(recorded)}Content-Length: ${bytesOf(recorded).length + 9}\r\n\r\n${bytesOf(recorded).toString('latin1').slice(0, 20)}`,
  ),
  'half of the chunks': raw(
    (recorded) => `${headOf(recorded)}Transfer-Encoding: chunked\r\n\r\n5\r\n{"Id"\r\n`,
  ),
  'chunks that are none': raw((recorded) => `${headOf(recorded)}Transfer-Encoding: chunked\r\n\r\nzz\r\n`),
  'two lengths': raw((recorded) => `${headOf(recorded)}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`),
  'a huge header': raw(`HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`),
  'no HTTP': raw('SSH-2.0-OpenSSH_9.2\r\n'),
  'HTTP 0.9': raw(page),
  'HTTP 2': raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
};
