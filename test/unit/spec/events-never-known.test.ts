import { describe, expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { loadLab, warningsIn } from '../../../src/spec/load-lab';

const textWith = (check: string): string =>
  [
    'vigie: 1',
    'id: small',
    'lang: en',
    'title: A lab',
    'tasks:',
    '  - id: t',
    '    title: T',
    '    points: 20',
    `    checks: [${check}]`,
    '',
  ].join('\n');

function told(check: string): readonly string[] {
  const loaded = loadLab({ text: textWith(check), file: 'lab.yaml', hash: 'sha256:0', kinds });
  return loaded.ok ? [] : loaded.error.map(({ code }) => code);
}
const warned = (check: string) =>
  warningsIn({ text: textWith(check), file: 'lab.yaml', hash: 'sha256:0', kinds }).map(({ code, args }) => [
    code,
    args,
  ]);
const onNone = '{ type: image, action: pull, image: ubuntu }';
const onEarlier = '{ type: container, action: top, container: ubuntu, earlier: true }';
const onOne = '{ type: container, action: top, container: ubuntu }';

test.each([
  [`{ event: ${onNone}, exists: false }`],
  [`{ event: ${onNone}, times: 0 }`],
  [`{ event: ${onEarlier}, times: { lte: 3 } }`],
  [`{ event: ${onEarlier}, times: 2 }`],
  [`{ event: { type: container, action: die }, exit-code: { not: 137 } }`],
  [`{ event: { type: container, action: die }, exit-code: { only: [0] } }`],
  [`{ event: { type: container, action: kill }, signal: { size: 1 } }`],
])('%s can never pass, since an engine forgets', (check) => {
  expect(told(check)).toEqual(['check.event-never-known']);
});

test.each([
  [`{ event: ${onNone} }`],
  [`{ event: ${onNone}, times: { gte: 2 } }`],
  [`{ event: ${onOne}, times: 0 }`],
  [`{ event: ${onOne}, exists: false }`],
  [`{ event: { type: container, action: die, container: ubuntu }, exit-code: { not: 137 } }`],
  [`{ event: { type: container, action: die }, exit-code: { gte: 128 } }`],
  [`{ event: { type: container, action: die }, exit-code: { size: { gte: 2 } } }`],
])('%s can be known', (check) => {
  expect(told(check)).toEqual([]);
});

describe('what can never be held against anybody', () => {
  test.each([
    [`{ event: ${onNone} }`, 'no-container'],
    [`{ event: ${onNone}, times: { gte: 2 } }`, 'no-container'],
    [`{ event: { type: container, action: start } }`, 'no-container'],
    [`{ event: ${onEarlier} }`, 'earlier'],
    [`{ event: ${onEarlier}, times: { gt: 3 } }`, 'earlier'],
    [`{ event: ${onEarlier}, exit-code: 0 }`, 'earlier'],
  ])('%s is a sound check, of which lint warns', (check, because) => {
    expect(told(check)).toEqual([]);
    expect(warned(check)).toEqual([['check.event-never-lost', { because }]]);
  });

  test.each([
    `{ event: ${onOne} }`,
    `{ event: ${onOne}, times: 0 }`,
    `{ event: ${onOne}, exists: false }`,
    `{ event: { type: network, action: connect, container: ubuntu, network: web } }`,
    // What is wrong is told instead.
    `{ event: ${onEarlier}, times: 2 }`,
  ])('%s is no reason to warn', (check) => {
    expect(warned(check)).toEqual([]);
  });
});
