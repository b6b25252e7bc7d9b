import { fault, type Fault, type FaultCode } from '../evidence/fault';
import type { Endpoint } from './connect/endpoint';
import { askPing } from './engine/ping';
import { openEngine } from './engine/open-engine';
import { limits, within } from './limits';

const gone: ReadonlySet<FaultCode> = new Set([
  'engine.socket-absent',
  'engine.refused',
  'engine.connection-lost',
]);

/**
 * Has the engine ended or hung since the look began? An engine that is being stopped first ends its containers, and what it says of them in
 * the meantime is no doing of the student's. Asked on a new connection: old ones are served to the very end.
 */
export async function lostEngine(endpoint: Endpoint, signal: AbortSignal): Promise<Fault | undefined> {
  if (signal.aborted) return undefined;
  const engine = openEngine(endpoint);
  try {
    const answer = await askPing(engine, within(limits.identify, signal));
    if ('value' in answer || answer.fault.code === 'cancelled') return undefined;
    const { code } = answer.fault;
    if (gone.has(code)) return fault('engine.connection-lost', { call: 'GET /_ping', detail: code });
    if (code !== 'deadline') return answer.fault;
    return fault('engine.not-answering', { endpoint: endpoint.url, deadlineMs: limits.identify.deadlineMs });
  } finally {
    engine.close();
  }
}
