import { fault, type Fault, type FaultArgs } from '../../evidence/fault';
import type { Endpoint } from '../connect/endpoint';
import { portMismatch } from '../connect/tls-port';
import { classifySsh } from './classify-ssh';
import { tlsProblem } from './classify-tls';
import { UpgradeError } from './connections';
import type { NodeError } from './node-error';

/** What is known when a connection or a body fails. */
export interface Situation {
  readonly endpoint: Endpoint;
  readonly platform: string;
  readonly call: string;
}

/** Names the fault behind an error of node's net, tls or http, or of the ssh program. */
export function classify(error: NodeError, { endpoint, platform, call }: Situation): Fault {
  const at = { endpoint: endpoint.url, origin: endpoint.source.origin, platform };
  const code = error.code ?? '';
  const { transport } = endpoint;
  const port = portMismatch(transport);
  if (error instanceof UpgradeError) return fault('engine.answer-invalid', { call, detail: error.message });
  if (transport.kind === 'ssh') {
    const ssh = classifySsh(error, endpoint.url);
    if (ssh) return ssh;
  }
  if (transport.kind === 'tcp' && transport.tls) {
    const tls = classifyTls(error, endpoint.url, transport.tls.folder ?? '');
    if (tls) return tls;
  }
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fault('engine.socket-absent', at);
    case 'EACCES':
    case 'EPERM':
      return fault('engine.permission-denied', {
        endpoint: endpoint.url,
        socket: socketOf(endpoint),
        platform,
      });
    case 'ECONNREFUSED':
      return fault('engine.refused', { ...at, ...(port && { port }) });
    case 'EAGAIN': // the queue of a unix socket is full: its owner accepts nothing any more
      return fault('engine.not-answering', { endpoint: endpoint.url, deadlineMs: 0 });
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return fault('engine.host-unresolved', {
        endpoint: endpoint.url,
        host: 'host' in transport ? transport.host : '',
      });
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'ETIMEDOUT':
      return fault('engine.unreachable', { endpoint: endpoint.url, detail: code });
    default:
      // A server of TLS that is asked in the clear ends the connection, or answers with bytes of its own.
      if (port === 'tls-port')
        return fault('engine.tls-refused', {
          endpoint: endpoint.url,
          problem: 'server-tls',
          detail: error.message,
        });
      if (code.startsWith('HPE_')) return fault('engine.answer-invalid', { call, detail: error.message });
      return fault('engine.connection-lost', { call, detail: code || error.message });
  }
}

function classifyTls(error: NodeError, endpoint: string, folder: string): Fault | undefined {
  const problem = tlsProblem(error.code ?? '', error.message);
  if (problem === undefined) return undefined;
  if (problem === 'files') {
    const mismatch: FaultArgs['engine.tls-files']['problem'] = /mismatch/i.test(error.message)
      ? 'key-mismatch'
      : 'not-pem';
    return fault('engine.tls-files', { file: folder, problem: mismatch, detail: error.message });
  }
  return fault('engine.tls-refused', { endpoint, problem, detail: error.message });
}

const socketOf = ({ transport }: Endpoint): string => ('path' in transport ? transport.path : '');
