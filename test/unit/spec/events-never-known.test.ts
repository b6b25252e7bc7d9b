import { expect, test } from '@jest/globals';
import { kinds } from '../../../src/checks/registry';
import { loadLab } from '../../../src/spec/load-lab';

function told(check: string): readonly string[] {
  const text = [
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
  const loaded = loadLab({ text, file: 'lab.yaml', hash: 'sha256:0', kinds });
  return loaded.ok ? [] : loaded.error.map(({ code }) => code);
}
const onNone = '{ type: image, action: pull, image: ubuntu }';
const onEarlier = '{ type: container, action: top, container: ubuntu, earlier: true }';
const onOne = '{ type: container, action: top, container: ubuntu }';

test.each([
  [`{ event: ${onNone}, exists: false }`],
  [`{ event: ${onNone}, times: 0 }`],
  [`{ event: ${onEarlier}, times: { lte: 3 } }`],
  [`{ event: ${onEarlier}, times: 2 }`],
])('%s can never pass, since an engine forgets', (check) => {
  expect(told(check)).toEqual(['check.event-never-known']);
});

test.each([
  [`{ event: ${onNone} }`],
  [`{ event: ${onNone}, times: { gte: 2 } }`],
  [`{ event: ${onOne}, times: 0 }`],
  [`{ event: ${onOne}, exists: false }`],
])('%s can be known', (check) => {
  expect(told(check)).toEqual([]);
});
