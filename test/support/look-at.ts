import { collect } from '../../src/collect/collect';
import { openEngine } from '../../src/collect/engine/open-engine';
import type { Engine } from '../../src/collect/engine/engine';
import type { Evidence } from '../../src/evidence/evidence';
import type { Request } from '../../src/evidence/request';
import { mergeRequests } from '../../src/plan/merge';

/** An engine behind a socket, such as a clean room's `dockerHost`. */
export function engineAt(dockerHost: string, portsAt = '127.0.0.1'): Engine {
  return openEngine({
    url: dockerHost,
    transport: { kind: 'unix', path: dockerHost.replace('unix://', '') },
    source: { origin: 'option-host' },
    portsAt,
  });
}

/** Asks a host for some facts, as grading does, with nothing remembered from earlier. `portsAt`: where published ports answer from here. */
export async function lookAt(
  dockerHost: string,
  requests: readonly Request[],
  portsAt?: string,
): Promise<Evidence> {
  const engine = engineAt(dockerHost, portsAt);
  try {
    return await collect({
      plan: { labs: [], requests: mergeRequests(requests), polls: [] },
      engine,
      memory: {
        recording: () => null,
        ownCalls: () => [],
        owning: (_container, _action, call) => call(),
      },
      outside: { answer: () => Promise.resolve({ value: { file: 'answers.yaml', text: null } }) },
      holds: () => true,
      grader: 'test',
      now: Date.now,
      signal: new AbortController().signal,
    });
  } finally {
    engine.close();
  }
}
