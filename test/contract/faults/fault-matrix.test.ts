import { describe, expect, test } from '@jest/globals';
import { endpointOf, readRecording, recordedEngine } from '../../support/recorded-engine';
import { byteFaults, engineFaults, type EngineFault } from '../../support/engine-faults';
import { labNamed, lookThrough, outcomesOf } from '../../support/look-through';

/** Every how many cases one is tried; `npm run nightly` tries all. */
const sample = Number(process.env['VIGIE_FAULT_SAMPLE'] ?? 29);
/** What a terminal shows are any bytes: other bytes are another session, which nobody can know. */
const faultsOf = (endpoint: string): Readonly<Record<string, EngineFault>> =>
  endpoint.endsWith('/logs') ? engineFaults : { ...engineFaults, ...byteFaults };

/** On a recorded engine; a slower machine sees more faults, and no other verdicts. */
const deadlineMs = 400;
const muchTooLongMs = 60_000;

type When = 'first' | 'second' | 'every';
const isWhen = { first: (n: number) => n === 1, second: (n: number) => n === 2, every: () => true };

describe.each(['02-ubuntu', '03-nginx'])('%s on an engine that breaks', (id) => {
  const lab = labNamed(id);
  const recording = readRecording(id);
  const endpoints = [...new Set(Object.keys(recording).map(endpointOf))];

  /** What was judged while an endpoint gave that fault; `false` for ever: the look did not settle. */
  async function lookAt(endpoint: string, when: When, fault: string) {
    let calls = 0;
    using engine = await recordedEngine(recording, (asked, recorded) => {
      if (asked !== endpoint || !isWhen[when]((calls += 1))) return undefined;
      return (request, response) => faultsOf(endpoint)[fault]?.(recorded, request, response);
    });
    return outcomesOf(lab, await lookThrough(engine.path, lab, deadlineMs), id);
  }

  async function honest() {
    using engine = await recordedEngine(recording, () => undefined);
    return outcomesOf(lab, await lookThrough(engine.path, lab, 20_000), id);
  }

  test(
    `no verdict is wrong, and every look ends (1 of ${sample} cases)`,
    async () => {
      const passed = [...(await honest())].flatMap(([check, outcome]) =>
        outcome === 'passed' ? [check] : [],
      );
      expect(passed.length).toBeGreaterThanOrEqual(7);
      const cases = endpoints.flatMap((endpoint) =>
        Object.keys(faultsOf(endpoint)).flatMap((fault) =>
          (['first', 'second', 'every'] as const).map((when) => ({ endpoint, fault, when })),
        ),
      );
      const wrong: string[] = [];
      for (const [index, { endpoint, fault, when }] of cases.entries()) {
        if (index % sample !== 0) continue;
        const outcomes = await lookAt(endpoint, when, fault);
        const failed = passed.filter((check) => outcomes.get(check) === 'failed');
        if (failed.length > 0) wrong.push(`${endpoint}, ${when}: ${fault}: ${failed.join(' ')}`);
      }
      expect(wrong).toEqual([]);
    },
    muchTooLongMs * sample > 1_000_000 ? muchTooLongMs * 5 : 3_600_000,
  );
});
