import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { loadLab } from '../../../src/spec/load-lab';

function codesOf(check: string): string[] {
  const text = [
    'vigie: 1',
    'id: a',
    'title: A',
    'tasks:',
    `  - { id: t, title: T, points: 20, checks: [${check}] }`,
    '',
  ].join('\n');
  const loaded = loadLab({ text, file: 'lab.yaml', hash: 'sha256:0', kinds });
  return loaded.ok ? [] : loaded.error.map(({ code }) => code);
}
const http = (status: string): string => `{ http: { container: web }, status: ${status} }`;

describe('a value that is never seen is no sound expectation', () => {
  test.each(['700', '0', '{ any: [200, 2000] }', '{ not: 99 }'])('status: %s', (status) => {
    expect(codesOf(http(status))).toEqual(['expectation.out-of-range']);
  });

  test.each(['200', '{ any: [200, 304] }', '{ gte: 200, lt: 600 }', '599'])(
    'status: %s is sound',
    (status) => {
      expect(codesOf(http(status))).toEqual([]);
    },
  );

  test.each(['99999', '0', '80/sctp', 'http', '8 0', '-1'])('port: %s', (port) => {
    expect(codesOf(`{ port: '${port}' }`)).toEqual(['check.no-port']);
  });

  test.each(['80', '53/udp', '65535/tcp'])('port: %s is sound', (port) => {
    expect(codesOf(`{ port: ${port}, of: web, host-port: 80 }`)).toEqual([]);
  });

  test('ports of a request have their bounds, too', () => {
    expect(codesOf('{ http: { container: web, port: 99999 }, status: 200 }')).not.toEqual([]);
    expect(codesOf('{ port: 80, of: web, host-port: 0 }')).not.toEqual([]);
  });
});
