import { describe, expect, test } from '@jest/globals';
import { fault, type Fault } from '../../../src/evidence/fault';
import { askedBy } from '../../../src/messages/asked';
import { texts as en } from '../../../src/messages/en';
import { texts as fr } from '../../../src/messages/fr';
import { textOfFault } from '../../../src/messages/render';

const calls: readonly (readonly [string, string])[] = [
  ['GET /_ping', 'engine'],
  ['GET /version', 'engine'],
  ['GET /info', 'engine'],
  ['GET /events', 'events'],
  ['GET /containers/json', 'containers'],
  ['GET /containers/ubuntu/json', 'container'],
  ['GET /containers/json/json', 'container'],
  ['GET /containers/ubuntu/top', 'processes'],
  ['GET /containers/ubuntu/logs', 'logs'],
  ['GET /containers/ubuntu/archive', 'files'],
  ['HEAD /containers/ubuntu/archive', 'files'],
  ['POST /containers/ubuntu/exec', 'command'],
  ['POST /exec/0a/start', 'command'],
  ['GET /exec/0a/json', 'command'],
  ['GET /images/json', 'images'],
  ['GET /images/ubuntu/json', 'image'],
  ['GET /images/registry.example:5000/a/b/json', 'image'],
  ['GET /images/ubuntu/history', 'history'],
  ['GET /images/ubuntu/get', 'content'],
  ['GET /distribution/docker.io/library/ubuntu:latest/json', 'registry'],
  ['GET /distribution', 'registry'],
  ['read /var/lib/dpkg/status', 'packages'],
  ['top/ubuntu', 'processes'],
  ['container/ubuntu', 'container'],
  ['candidates/ubuntu', 'containers'],
  ['GET /swarm', 'something'],
];

test.each(calls)('%s asks for the %s', (call, asked) => {
  expect(askedBy(call)).toBe(asked);
});

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('a student who reads %s', (_, texts) => {
  const faults = (call: string): readonly Fault[] => [
    fault('deadline', { call, deadlineMs: 5000 }),
    fault('cancelled', { call }),
    fault('too-large', { call, maxBytes: 4096 }),
    fault('unsupported', { call, detail: 'page not found' }),
    fault('engine.connection-lost', { call, detail: 'ECONNRESET' }),
    fault('engine.failed', { call, status: 500, message: 'no space left' }),
    fault('engine.answer-invalid', { call, detail: 'status 200' }),
  ];

  test.each(calls)('is not told of %s', (call) => {
    for (const one of faults(call)) {
      const { says, hint = '' } = textOfFault(one, texts);
      expect(`${says} ${hint}`).not.toContain(call);
      expect(`${says} ${hint}`).not.toMatch(/\b(?:GET|HEAD|POST)\b|\/(?:json|top|events|distribution)\b/);
    }
  });
});

test('what Vigie cannot read is not said to be the engine’s doing', () => {
  for (const read of ['packages', 'image'] as const) {
    const said = textOfFault(fault('format.unknown', { of: read, detail: '/var/lib/rpm/Packages' }), en).says;
    expect(said).toContain('Vigie cannot read');
    expect(said).not.toMatch(/engine/i);
  }
});
