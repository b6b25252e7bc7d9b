import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  covers,
  formatPublication,
  mergeFamilies,
  parsePublication,
  type PublishedRow,
} from '../../../src/text/published-port';

const port = fc.integer({ min: 1, max: 65_535 });
const protocol = fc.constantFrom('tcp', 'udp', 'sctp');
const publication = fc.record(
  {
    hostIp: fc.oneof(
      fc.ipV4(),
      fc
        .ipV6()
        .filter((ip) => !ip.includes('.'))
        .map((ip) => new URL(`http://[${ip}]`).hostname.slice(1, -1)),
    ),
    hostPort: port,
    containerPort: port,
    protocol,
  },
  { requiredKeys: ['containerPort', 'protocol'] },
);
const row: fc.Arbitrary<PublishedRow> = fc.record(
  {
    hostIp: fc.constantFrom('', '0.0.0.0', '::', '127.0.0.1'),
    hostPort: fc.integer({ min: 1, max: 4 }),
    containerPort: fc.integer({ min: 1, max: 4 }),
    protocol,
  },
  { requiredKeys: ['hostPort', 'containerPort', 'protocol'] },
);

test('a publication survives being written and read', () => {
  fc.assert(
    fc.property(publication, (made) => {
      expect(parsePublication(formatPublication(made))).toEqual({ ok: true, value: [made] });
    }),
  );
});

test('a range is read as its single ports', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 99 }),
      (host, container, more) => {
        const parsed = parsePublication(`${host}-${host + more}:${container}-${container + more}`);
        expect(parsed.ok && parsed.value.map(formatPublication)).toEqual(
          Array.from({ length: more + 1 }, (_, offset) => `${host + offset}:${container + offset}`),
        );
      },
    ),
  );
});

test('merging forgets no row, repeats no port and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const merged = mergeFamilies(rows);
      expect(mergeFamilies(rows.toReversed())).toEqual(merged);
      const keys = merged.map((entry) => `${entry.containerPort}/${entry.protocol}:${entry.hostPort}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { hostIp = '', ...ports } of rows) {
        const expected = { ...ports, hostIp: hostIp === '' ? '0.0.0.0' : hostIp };
        expect(merged.filter((entry) => covers(expected, entry))).toHaveLength(1);
      }
    }),
  );
});
