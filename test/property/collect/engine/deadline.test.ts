import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Engine } from '../../../../src/collect/engine/engine';
import { openAt } from '../../../contract/engine/engine-contract';
import { startFakeEngine, type FakeEngine } from '../../../contract/engine/fake-engine';

/** A machine that runs other things may be late; a request without a deadline would be later than any margin. */
const marginMs = 2000;
const maxBytes = 5000;

let fake: FakeEngine;
let engine: Engine;
beforeAll(async () => {
  // `/x?after=MS&every=MS&size=N`: headers after a while, then pieces for ever.
  fake = await startFakeEngine({
    '/x': (request, response) => {
      const query = new URL(request.url ?? '', 'http://engine').searchParams;
      const number = (name: string) => Number(query.get(name));
      let timer: NodeJS.Timeout = setTimeout(() => {
        response.writeHead(200);
        timer = setInterval(() => response.write('x'.repeat(number('size'))), number('every'));
      }, number('after'));
      response.on('close', () => {
        clearInterval(timer);
      });
    },
  });
  engine = openAt(fake.path);
});
afterAll(async () => {
  engine.close();
  await fake.terminate();
});

test('whatever the engine does, no request outlives its deadline, and no body its cap', async () => {
  const behaviour = fc.record({
    after: fc.nat(120),
    every: fc.integer({ min: 1, max: 60 }),
    size: fc.integer({ min: 1, max: 3000 }),
  });
  const property = fc.asyncProperty(
    behaviour,
    fc.integer({ min: 1, max: 120 }),
    async (query, deadlineMs) => {
      const began = performance.now();
      const answer = await engine.request(
        { method: 'GET', path: '/x', query, as: 'bytes' },
        { deadlineMs, maxBytes },
      );
      expect(performance.now() - began).toBeLessThan(deadlineMs + marginMs);
      expect(answer.ok ? 'it ended' : answer.fault.code).toMatch(/^(deadline|too-large)$/);
    },
  );
  await fc.assert(property, { numRuns: 40 });
}, 120_000);
