import type { PortMismatch } from '../../evidence/fault-engine';
import type { Transport } from './endpoint';

/** Docker's own ports, one with and one without encryption, against what is asked of them. */
export function portMismatch(transport: Transport): PortMismatch | undefined {
  if (transport.kind !== 'tcp') return undefined;
  if (transport.port === 2375 && transport.tls) return 'plain-port';
  return transport.port === 2376 && !transport.tls ? 'tls-port' : undefined;
}
