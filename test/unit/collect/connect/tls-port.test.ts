import { describe, expect, test } from '@jest/globals';
import { findEndpoint } from '../../../../src/collect/connect/find-endpoint';
import { classify } from '../../../../src/collect/engine/classify';
import type { Fault } from '../../../../src/evidence/fault';
import { texts as en } from '../../../../src/messages/en';
import { textOfFault } from '../../../../src/messages/render';
import { plainWorld } from './plain-world';

const pem = '-----BEGIN CERTIFICATE-----';
const certificates = Object.fromEntries(['ca', 'cert', 'key'].map((name) => [`/certs/${name}.pem`, pem]));
const tls = { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' };

function failing(host: string, env: Readonly<Record<string, string>>, code: string): Fault {
  const found = findEndpoint(plainWorld({ env: { DOCKER_HOST: host, ...env }, files: certificates }));
  if ('code' in found) return found;
  return classify({ code, message: code }, { endpoint: found, platform: 'linux', call: 'GET /_ping' });
}
const said = (fault: Fault): string => {
  const { says, hint = '' } = textOfFault(fault, en);
  return `${says} ${hint}`;
};

describe('a port that does not go with what is asked of it', () => {
  test('2375 with encryption, where nobody answers', () => {
    const text = said(failing('tcp://lab:2375', tls, 'ECONNREFUSED'));
    expect(text).toContain('Port 2375 is the one without encryption');
    expect(text).toContain('unset DOCKER_TLS_VERIFY');
    expect(text).not.toContain('systemctl');
  });

  test('2375 with encryption, and no certificates', () => {
    const found = findEndpoint(
      plainWorld({ env: { DOCKER_HOST: 'tcp://lab:2375', DOCKER_TLS_VERIFY: '1' } }),
    );
    expect(found).toMatchObject({ code: 'engine.tls-files', args: { port: 'plain-port' } });
    expect(said(found as Fault)).toContain('Port 2375 is the one without encryption');
  });

  test('2376 without, where nobody answers', () => {
    expect(said(failing('tcp://lab:2376', {}, 'ECONNREFUSED'))).toContain(
      'Port 2376 is the one for encrypted connections, and none is asked for.',
    );
  });

  test.each(['ECONNRESET', 'HPE_INVALID_CONSTANT'])('2376 without, where TLS answers with %s', (code) => {
    const fault = failing('tcp://lab:2376', {}, code);
    expect(fault).toMatchObject({ code: 'engine.tls-refused', args: { problem: 'server-tls' } });
    expect(said(fault)).toContain('takes encrypted connections only, and none is asked for');
  });

  test('2375 with encryption, where it speaks without: no words of OpenSSL', () => {
    const text = said(failing('tcp://lab:2375', tls, 'ERR_SSL_WRONG_VERSION_NUMBER'));
    expect(text).toContain('speaks without encryption');
    expect(text).not.toMatch(/ERR_SSL|routines/);
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['tcp://lab:2376', tls],
  ['tcp://lab:2375', {}],
  ['tcp://lab:4243', tls],
  ['tcp://lab', {}],
  ['unix:///var/run/docker.sock', {}],
])('%s with %j goes together: the engine does not run', (host, env) => {
  const fault = failing(host, env, 'ECONNREFUSED');
  expect(fault.args).not.toHaveProperty('port');
  expect(said(fault)).toContain('does not run any more');
});

test('a certificate that is missing elsewhere is only that', () => {
  const found = findEndpoint(plainWorld({ env: { DOCKER_HOST: 'tcp://lab:2376', DOCKER_TLS_VERIFY: '1' } }));
  expect(found).toMatchObject({ code: 'engine.tls-files', args: { problem: 'missing' } });
  expect('args' in found && found.args).not.toHaveProperty('port');
});
