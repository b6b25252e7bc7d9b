import { expect, test } from '@jest/globals';
import { isLeftOver, labelsOf } from '../../../../src/cleanroom/dind/labels';

const mine = labelsOf('d-1');
const owner = (change: object) => ({
  ...mine,
  'vigie.owner': JSON.stringify({ ...(JSON.parse(mine['vigie.owner'] ?? '') as object), ...change }),
});

test.each([
  ['what this process made', mine, false],
  ['what a process of an earlier boot made', owner({ boot: 'another' }), true],
  ['what an earlier process with the same number made', owner({ start: '1' }), true],
  ['what a process that is gone made', owner({ pid: 4_000_000 }), true],
  ['what says nothing of its owner', { ...mine, 'vigie.owner': '{}' }, true],
  ['what another machine made', { ...owner({ boot: 'another' }), 'vigie.machine': 'another' }, false],
  ['what is not ours', {}, false],
])('%s: left over or not', (_, labels, expected) => {
  expect(isLeftOver(labels)).toBe(expected);
});
