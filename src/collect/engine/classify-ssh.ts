import { fault, type Fault, type FaultArgs } from '../../evidence/fault';
import type { NodeError } from './node-error';
import { SshError } from './ssh-connection';

type Problem = FaultArgs['engine.ssh-failed']['problem'];

/** OpenSSH tells its reasons only in words (never translated), the remote shell and docker in theirs. */
const signs: readonly (readonly [RegExp, Problem])[] = [
  [/host key verification failed|remote host identification has changed/i, 'host-key'],
  [/permission denied \(|too many authentication failures|no such identity/i, 'auth'],
  [/could not resolve hostname/i, 'unresolved'],
  [
    /connection refused|timed out|no route to host|network is unreachable|connection closed by/i,
    'unreachable',
  ],
  [/docker.*(not found|no such file)|command not found/is, 'no-docker'],
];

/** Names the fault when the ssh program ended or could not be started; `undefined`: the error is not ssh's. */
export function classifySsh(error: NodeError, endpoint: string): Fault | undefined {
  if (error.code === 'ENOENT') return fault('engine.ssh-failed', { endpoint, problem: 'no-ssh', detail: '' });
  if (!(error instanceof SshError)) return undefined;
  // The remote docker CLI reached no engine: that is not ssh's failure, but only its words tell.
  const problem = signs.find(([sign]) => sign.test(error.detail))?.[1] ?? 'other';
  return fault('engine.ssh-failed', { endpoint, problem, detail: error.detail });
}
