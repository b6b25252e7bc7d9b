import { expect, test } from '@jest/globals';
import { candidates, likelyMeant } from '../../../../src/collect/facts/candidates';
import type { ContainerSummary } from '../../../../src/evidence/docker';
import { fakeHost, type Canned } from '../../../support/fake-host';

const row = (name: string, Created: number, Image = 'debian'): ContainerSummary => ({
  Id: name.padEnd(64, '0'),
  Names: [`/${name}`],
  Image,
  Created,
});
const meant = (name: string, rows: readonly ContainerSummary[]): (string | undefined)[] =>
  likelyMeant(name, rows).map(({ Names }) => Names?.[0]);

test('nobody is meant instead of a container that is there, by its name or by its ID', () => {
  expect(meant('ubuntu', [row('ubuntu', 1), row('other', 2)])).toEqual([]);
  expect(meant('abc100000000', [{ ...row('x', 1), Id: 'abc1'.padEnd(64, '0') }])).toEqual([]);
});

test('a stranger whose ID begins like the name is no container of that name', () => {
  expect(meant('db', [{ ...row('x', 1), Id: 'dbc8'.padEnd(64, '0') }])).toEqual(['/x']);
});

test('a similar name comes first, then the image of that name, then the newest; three at most', () => {
  const rows = [
    row('old', 1),
    row('newer', 5),
    row('newest', 9),
    row('happy_ada', 2, 'docker.io/library/ubuntu:22.04'),
    row('Ubuntu', 3),
  ];
  expect(meant('ubuntu', rows)).toEqual(['/Ubuntu', '/happy_ada', '/newest']);
});

test('a container without a name or image counts for its age alone', () => {
  expect(
    meant('ubuntu', [
      { Id: '1', Names: null },
      { Id: '2', Created: 4, Image: 'Not A Reference' },
    ]),
  ).toHaveLength(2);
});

test('one that went since the list is left out, and values of variables are not kept', async () => {
  const answers: Record<string, Canned> = {
    [`/containers/${row('a', 1).Id}/json`]: {
      status: 200,
      body: { Id: row('a', 1).Id, Name: '/a', Config: { Env: ['PASSWORD=secret'] } },
    },
  };
  const host = fakeHost(answers, { containers: [row('a', 1), row('b', 2)] });
  const fact = await candidates({ fact: 'candidates', name: 'ubuntu' }, host.looking);
  expect(fact).toMatchObject({ value: [{ Name: '/a', Config: { Env: [] } }] });
  expect(JSON.stringify(fact)).not.toContain('secret');
});

test('no call is made when the container is there', async () => {
  const host = fakeHost({}, { containers: [row('ubuntu', 1)] });
  expect(await candidates({ fact: 'candidates', name: 'ubuntu' }, host.looking)).toEqual({ value: [] });
  expect(host.asked).toEqual([]);
});
