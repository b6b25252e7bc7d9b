import { describe, expect, test } from '@jest/globals';
import { logs } from '../../../../src/collect/facts/logs';
import { limits } from '../../../../src/collect/limits';
import type { Fact } from '../../../../src/evidence/evidence';
import type { LogsFact } from '../../../../src/evidence/facts';
import { fault } from '../../../../src/evidence/fault';
import { ubuntu } from '../../../support/evidence';
import { fakeHost, type Canned } from '../../../support/fake-host';

const path = `/containers/${ubuntu().Id}/logs`;

/** A frame as the engine sends it; `length`: what its header says. */
function frame(stream: number, text: string, length = Buffer.byteLength(text)): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(length, 4);
  return Buffer.concat([header, Buffer.from(text)]);
}
const frames = (...parts: readonly (readonly [stream: number, text: string])[]) =>
  Buffer.concat(parts.map(([stream, text]) => frame(stream, text)));

interface How {
  readonly tty?: boolean;
  readonly search?: readonly string[];
  readonly log?: object;
}

async function read(
  answer: Canned,
  { tty = false, search, log = { Type: 'json-file', Config: {} } }: How = {},
) {
  const container = ubuntu({ Config: { Tty: tty } });
  const host = fakeHost(
    { [path]: answer },
    { 'container/ubuntu': { ...container, HostConfig: { ...container.HostConfig, LogConfig: log } } },
  );
  const fact = await logs({ fact: 'logs', container: 'ubuntu', ...(search && { search }) }, host.looking);
  return { fact, asked: host.asked };
}
function valueOf(fact: Fact<LogsFact | null>): LogsFact {
  if ('fault' in fact || fact.value === null) throw new Error(JSON.stringify(fact));
  return fact.value;
}

const noise = (bytes: number) => 'some line of a program\n'.repeat(Math.ceil(bytes / 23));
const MiB = 1024 * 1024;

describe('the log of a program without a terminal', () => {
  const both = frames([1, 'out\n'], [2, 'err é\n'], [1, 'more\n']);
  const value = { tty: false, stdout: 'out\nmore\n', stderr: 'err é\n', truncated: false };

  test.each([1, 3, 7, 8, 9, 1000])(
    'is taken apart, its frames coming in pieces of %d bytes',
    async (chunk) => {
      expect((await read({ stream: both, chunk })).fact).toEqual({ value });
    },
  );

  test.each([
    ['ends in the middle of a frame', both.subarray(0, -2)],
    ['ends in the middle of a header', Buffer.concat([both, Buffer.from([1, 0, 0])])],
    ['has a stream that there is none of', Buffer.concat([both, frame(3, 'x')])],
    ['begins with something else', Buffer.from('upstream connect error')],
    ['goes on with something else', Buffer.concat([both, Buffer.from('<html>bad gateway')])],
  ])('that %s is no answer of an engine', async (_, stream) => {
    expect((await read({ stream })).fact).toMatchObject({ fault: { code: 'engine.answer-invalid' } });
  });

  test('whose connection is lost is not known', async () => {
    const ends = fault('engine.connection-lost', { call: '', detail: 'reset' });
    expect((await read({ stream: both, ends })).fact).toEqual({ fault: ends });
  });

  test('that a deadline ends before anything came is not known, and afterwards in part', async () => {
    const ends = fault('deadline', { call: '', deadlineMs: 1 });
    expect((await read({ stream: Buffer.alloc(0), ends })).fact).toEqual({ fault: ends });
    const { fact, asked } = await read({
      stream: both.subarray(0, -2),
      ends,
      tail: { stream: frame(1, 'end\n') },
    });
    expect(fact).toMatchObject({ value: { truncated: true } });
    expect(valueOf(fact).stdout).toMatch(/^out\nmor\n…\nend\n$/);
    expect(asked).toEqual([path, `${path} tail`]);
  });

  test('with a frame that is larger than what is read is known by what came of it', async () => {
    const stream = frame(1, noise(17 * MiB));
    const { fact } = await read({ stream, chunk: MiB, tail: { stream: frame(1, 'THE END\n') } });
    const { stdout, truncated } = valueOf(fact);
    expect(truncated).toBe(true);
    expect(stdout.startsWith('some line of a program\n')).toBe(true);
    expect(stdout.endsWith('\n…\nTHE END\n')).toBe(true);
  });

  test('whose frame promises more than the engine sends, and no limit ended it, is no answer', async () => {
    const { fact } = await read({ stream: frame(1, 'little', 4e9) });
    expect(fact).toMatchObject({ fault: { code: 'engine.answer-invalid' } });
  });
});

test('the log of a terminal is taken as it is, whatever it looks like', async () => {
  const stream = frames([1, 'no frame\n']);
  const value = { tty: true, stdout: stream.toString(), stderr: '', truncated: false };
  for (const chunk of [1, 5, 1000])
    expect((await read({ stream, chunk }, { tty: true })).fact).toEqual({ value });
});

describe('what a lab looks for', () => {
  const long = [noise(2.5 * MiB), 'Setting up nginx (1.22)\n', noise(2.5 * MiB)].join('');
  const search = ['Setting up nginx', '/^Setting up .*\\)$/m', 'Setting up apache', '/^apache/m'];
  const found = {
    'Setting up nginx': true,
    '/^Setting up .*\\)$/m': true,
    'Setting up apache': false,
    '/^apache/m': false,
  };

  test('is looked for in all of a long log', async () => {
    const stream = Buffer.concat([frames([2, 'warning\n']), frame(1, long)]);
    const { stdout, truncated, searched } = valueOf((await read({ stream, chunk: 50_000 }, { search })).fact);
    expect(stdout).not.toContain('nginx');
    expect(truncated).toBe(true);
    expect(searched).toEqual({
      output: { found, size: long.length + 8 },
      stdout: { found, size: long.length },
      stderr: { found: Object.fromEntries(search.map((one) => [one, false])), size: 8, whole: true },
    });
  });

  test('is looked for in all of a session, as the terminal showed it', async () => {
    const shown = long.replace('Setting', '\x1b[1mSett\x1b[0ming').replaceAll('\n', '\r\n');
    const { searched } = valueOf(
      (await read({ stream: Buffer.from(shown), chunk: 50_000 }, { tty: true, search })).fact,
    );
    expect(searched).toEqual({ output: { found, size: long.length }, stdout: { found, size: long.length } });
  });

  test('is known where it was found before a limit ended the log, and not where it was not', async () => {
    const stream = frame(1, long);
    const ends = fault('deadline', { call: '', deadlineMs: 1 });
    const cut = {
      stream: stream.subarray(0, 3 * MiB),
      chunk: 50_000,
      ends,
      tail: { stream: frame(1, 'end') },
    };
    const { searched } = valueOf((await read(cut, { search })).fact);
    expect(searched?.output).toEqual({ found });
    expect(searched?.output).not.toHaveProperty('size');
  });

  test('is not known to be missing where the beginning may be gone, nor found by where the log begins', async () => {
    const log = { Type: 'json-file', Config: { 'max-size': '8k' } };
    const stream = frame(1, `cut line\n${noise(limits.text)}`);
    const { searched, startLost } = valueOf(
      (await read({ stream }, { search: ['/^cut/', '/line$/m'], log })).fact,
    );
    expect(startLost).toBe(true);
    expect(searched?.stdout).toEqual({ found: { '/^cut/': false, '/line$/m': true } });
  });

  test('costs nothing where all is kept', async () => {
    const { fact } = await read({ stream: frame(1, 'short') }, { search });
    expect(valueOf(fact)).not.toHaveProperty('searched');
  });
});
