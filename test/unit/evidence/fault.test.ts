import { expect, test } from '@jest/globals';
import { fault } from '../../../src/evidence/fault';

test('every text in the arguments is capped, however deep', () => {
  const long = 'x'.repeat(10_000);
  const found = fault('engine.unknown-context', { context: long, origin: 'config', known: ['lab', long] });
  expect(found.args.context).toHaveLength(500);
  expect(found.args.known.map((name) => name.length)).toEqual([3, 500]);
});

test('a fault is plain JSON', () => {
  const found = fault('deadline', { call: 'GET /info', deadlineMs: 10 });
  expect(JSON.parse(JSON.stringify(found))).toEqual({
    code: 'deadline',
    args: { call: 'GET /info', deadlineMs: 10 },
  });
});
