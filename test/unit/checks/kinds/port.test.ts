import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import type { PortFact } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { checkOf, found, judged, theContainer, ubuntu } from '../../../support/evidence';

const address = '127.0.0.1:80';

function ofContainer(
  fact: PortFact,
  inspect: ContainerInspect | null = ubuntu(),
  keys: Record<string, Json> = {},
) {
  return judged(checkOf('port', '80', { of: 'ubuntu', ...keys }), [
    ...theContainer(inspect),
    found({ fact: 'port', port: 80, protocol: 'tcp', container: 'ubuntu' }, fact),
  ]);
}
const ofHost = (fact: PortFact, subject: string | number = 80, keys: Record<string, Json> = {}) => {
  const protocol = String(subject).endsWith('/udp') ? 'udp' : 'tcp';
  return judged(checkOf('port', subject, keys), [found({ fact: 'port', port: 80, protocol }, fact)]);
};

describe('a port check', () => {
  test('passes for a port that is open, of the host or of a container', () => {
    expect(ofHost({ outcome: 'open', address }).verdict.outcome).toBe('passed');
    expect(ofContainer({ outcome: 'open', address }).verdict.outcome).toBe('passed');
    expect(ofContainer({ outcome: 'open', address }, ubuntu(), { address }).verdict.outcome).toBe('passed');
  });

  test('takes the publication of a UDP port for all that can be known', () => {
    expect(ofHost({ outcome: 'unproven', address }, '80/udp').verdict.outcome).toBe('passed');
  });

  test.each<[string, PortFact]>([
    ['port.closed', { outcome: 'refused', address }],
    ['port.closed', { outcome: 'closed', address }],
    ['port.timeout', { outcome: 'timeout', address }],
  ])('says %s of the host’s own port', (code, fact) => {
    expect(ofHost(fact).verdict).toMatchObject({ outcome: 'failed', message: { code } });
    expect(ofHost(fact, 80, { exists: false }).verdict.outcome).toBe('passed');
  });

  test.each<[string, PortFact, ContainerInspect, string]>([
    ['port.nobody-listens', { outcome: 'closed', address }, ubuntu(), 'container/ubuntu/port/80/tcp'],
    ['port.nobody-listens', { outcome: 'refused', address }, ubuntu(), 'container/ubuntu/port/80/tcp'],
    [
      'container.other-host-port',
      { outcome: 'unpublished' },
      ubuntu({
        NetworkSettings: {
          Ports: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] },
          Networks: { bridge: {} },
        },
      }),
      'container/ubuntu/port/80/tcp',
    ],
    [
      'container.never-started',
      { outcome: 'not-running' },
      ubuntu({ State: { Status: 'created', Running: false } }),
      'container/ubuntu/not-running',
    ],
    [
      'container.paused',
      { outcome: 'paused' },
      ubuntu({ State: { Status: 'paused', Running: true, Paused: true } }),
      'container/ubuntu/not-running',
    ],
  ])('says %s of a container’s port', (code, fact, inspect, cause) => {
    const judged = ofContainer(fact, inspect);
    expect(judged.verdict).toMatchObject({ outcome: 'failed', message: { code } });
    expect(judged.cause).toBe(cause);
  });

  test('asks for a publication on the host’s port that the lab names', () => {
    const check = checkOf('port', '80', { of: 'ubuntu', 'host-port': 80 });
    const inspect = ubuntu({
      HostConfig: { NetworkMode: 'default', PortBindings: { '80/tcp': [{ HostPort: '8080' }] } },
      NetworkSettings: { Ports: { '80/tcp': [{ HostIp: '', HostPort: '8080' }] }, Networks: { bridge: {} } },
    });
    const asked = { fact: 'port', port: 80, hostPort: 80, protocol: 'tcp', container: 'ubuntu' } as const;
    expect(
      judged(check, [...theContainer(inspect), found(asked, { outcome: 'unpublished' })]).verdict,
    ).toMatchObject({
      outcome: 'failed',
      message: { code: 'container.other-host-port', args: { host: '80', seen: '8080' } },
    });
  });

  test('does not take an absent container for a closed port', () => {
    const { verdict, cause } = ofContainer({ outcome: 'not-running' }, null, { exists: false });
    expect(verdict.outcome).toBe('failed');
    expect(cause).toBe('container/ubuntu');
  });

  test('is an error when the engine’s host cannot be reached at all', () => {
    expect(ofHost({ outcome: 'unreachable', address }).verdict.outcome).toBe('error');
    expect(ofContainer({ outcome: 'unreachable', address }).verdict.outcome).toBe('error');
  });
});
