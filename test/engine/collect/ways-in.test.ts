import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { CleanRoom } from '../../../src/cleanroom';
import { openCleanRoom } from '../../../src/cleanroom';
import { look, type Evidence, type Fact } from '../../../src/evidence/evidence';
import type { FactValue } from '../../../src/evidence/facts';
import { factKey, type Request } from '../../../src/evidence/request';
import { lookAt } from '../../support/look-at';

/** The first room of a machine builds the stand-in images. */
const buildMs = 600_000;
const minute = 60_000;
let room: CleanRoom;

/** A web server out of what every Debian has: `$0` is the port, `$1` the address, `$2` its name. */
const server = [
  'use IO::Socket::INET; my ($port, $at, $name) = @ARGV;',
  'my $s = IO::Socket::INET->new(LocalPort => $port, LocalAddr => $at, Listen => 5, ReuseAddr => 1) or die $!;',
  'while (my $c = $s->accept) { while (<$c>) { last if /^\\r?$/ }',
  'print $c "HTTP/1.0 200 OK\\r\\nServer: $name\\r\\n\\r\\nWelcome to $name\\n"; close $c }',
].join(' ');

async function run(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await room.run(argv);
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const serve = (container: string, port: number, address: string, name = 'perl') =>
  run('docker', 'exec', '-d', container, 'perl', '-e', server, String(port), address, name);

/** Asks on the engine's own host, as a student's grader does, until `enough`: a server needs a moment to start. */
async function fromHost<R extends Request>(
  request: R,
  enough = anything,
): Promise<Fact<FactValue<R['fact']>>> {
  const register = require.resolve('esbuild-register');
  const program = join(__dirname, '../../support/look-from-host.ts');
  for (let tries = 1; ; tries += 1) {
    const printed = await run(
      process.execPath,
      '-r',
      register,
      program,
      room.dockerHost,
      JSON.stringify([request]),
    );
    const facts = JSON.parse(printed) as Evidence['facts'];
    const fact = facts[factKey(request)] as Fact<FactValue<R['fact']>>;
    if (enough(fact) || tries === 10) return fact;
  }
}
const anything = (fact: Fact): boolean => 'value' in fact;
const answered = (fact: Fact): boolean => JSON.stringify(fact).includes('"answered"');

const page = (container: string, port: number, hostPort?: number) =>
  ({
    fact: 'http',
    container,
    port,
    ...(hostPort !== undefined && { hostPort }),
    scheme: 'http',
    method: 'GET',
    path: '/',
    headers: {},
    followRedirects: false,
  }) as const;
const tcp = (port: number, container?: string) =>
  ({ fact: 'port', port, protocol: 'tcp', ...(container !== undefined && { container }) }) as const;

beforeAll(async () => {
  room = await openCleanRoom();
  await run('docker', 'pull', '-q', 'ubuntu');
  await run(
    'docker',
    'run',
    '-dit',
    '-p',
    '80:80',
    '-p',
    '81:81',
    '-p',
    '82:82',
    '--name',
    'ubuntu',
    'ubuntu',
  );
  await serve('ubuntu', 80, '0.0.0.0');
  await serve('ubuntu', 82, '127.0.0.1');
}, buildMs);
afterAll(() => room.close(), minute);

describe('an HTTP request to a real container', () => {
  test(
    'is answered on the host by the container, which says the same when it is asked on its own address as well',
    async () => {
      const once = await fromHost(page('ubuntu', 80), answered);
      expect(once).toMatchObject({ value: { origin: { by: 'engine-publication' } } });
      expect(await fromHost({ ...page('ubuntu', 80), ownWord: true }, answered)).toMatchObject({
        value: {
          url: 'http://127.0.0.1:80/',
          outcome: 'answered',
          status: 200,
          headers: { server: 'perl' },
          body: 'Welcome to perl\n',
          origin: { verdict: 'container', by: 'same-answer' },
        },
      });
    },
    minute,
  );

  test(
    'is answered from outside, on the engine’s word alone',
    async () => {
      const request = page('ubuntu', 80);
      const evidence = await lookAt(room.dockerHost, [request], room.address);
      expect(look(evidence, request)).toMatchObject({
        value: { outcome: 'answered', origin: { verdict: 'container', by: 'engine-publication' } },
      });
    },
    minute,
  );

  test(
    'is reset by Docker’s proxy where nobody listens inside, or only on the container’s own loopback',
    async () => {
      expect(await fromHost(page('ubuntu', 81))).toEqual({
        value: { url: 'http://127.0.0.1:81/', outcome: 'reset' },
      });
      expect(await fromHost(page('ubuntu', 82))).toMatchObject({ value: { outcome: 'reset' } });
    },
    minute,
  );

  test(
    'does not take another container for the one that was meant',
    async () => {
      await run('docker', 'run', '-d', '--name', 'unpublished', 'ubuntu', 'sleep', '1000');
      expect(await fromHost(page('unpublished', 80))).toEqual({
        value: {
          outcome: 'unpublished',
          elsewhere: { url: 'http://127.0.0.1:80/', port: 80, status: 200, server: 'perl' },
        },
      });
      await room.run(['docker', 'run', '-d', '-p', '80:80', '--name', 'late', 'ubuntu', 'sleep', '1000']);
      expect(await fromHost(page('late', 80))).toMatchObject({
        value: { outcome: 'not-running', elsewhere: { port: 80 } },
      });
    },
    minute,
  );

  test(
    'knows a paused container and one that was taken off its network',
    async () => {
      await run('docker', 'run', '-d', '-p', '8080:80', '--name', 'odd', 'ubuntu', 'sleep', '1000');
      expect(await fromHost(page('odd', 80, 80))).toMatchObject({ value: { outcome: 'unpublished' } });
      await run('docker', 'pause', 'odd');
      expect(await fromHost(page('odd', 80))).toMatchObject({ value: { outcome: 'paused' } });
      await run('docker', 'unpause', 'odd');
      await run('docker', 'network', 'disconnect', 'bridge', 'odd');
      expect(await fromHost(page('odd', 80))).toMatchObject({ value: { outcome: 'detached' } });
    },
    minute,
  );
});

describe('a port of a real container', () => {
  test(
    'is open only where somebody listens inside, although Docker’s proxy accepts all',
    async () => {
      expect(await fromHost(tcp(80, 'ubuntu'))).toEqual({
        value: { address: '127.0.0.1:80', outcome: 'open' },
      });
      expect(await fromHost(tcp(81, 'ubuntu'))).toEqual({
        value: { address: '127.0.0.1:81', outcome: 'closed' },
      });
      expect(await fromHost(tcp(82, 'ubuntu'))).toMatchObject({ value: { outcome: 'closed' } });
      expect(await fromHost(tcp(80))).toMatchObject({ value: { outcome: 'open' } });
      expect(await fromHost(tcp(83))).toMatchObject({ value: { outcome: 'refused' } });
    },
    minute,
  );

  test(
    'is refused from outside where nobody listens inside',
    async () => {
      const request = tcp(81, 'ubuntu');
      const evidence = await lookAt(room.dockerHost, [request], room.address);
      expect(look(evidence, request)).toMatchObject({ value: { outcome: 'refused' } });
    },
    minute,
  );
});
