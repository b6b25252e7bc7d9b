import type { ContainerSummary } from '../../../evidence/docker';
import type { HttpFact, NoWay } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import type { Look } from '../../kind';
import { holdersOf } from '../container/port-holders';

/** Something answers on the host's port, and the container asked for is not behind it: who is? */
export function explainElsewhere(
  name: string,
  because: Exclude<NoWay, 'loopback-only'>,
  elsewhere: NonNullable<HttpFact['elsewhere']>,
  look: Look,
): Message {
  const list = look({ fact: 'containers' });
  const holder = 'value' in list ? holderOf(elsewhere.port, list.value) : undefined;
  return message('http.other-answers', {
    name,
    hostPort: elsewhere.port,
    why: because,
    ...(holder !== undefined && { holder }),
    ...(elsewhere.server !== undefined && { server: elsewhere.server }),
  });
}

function holderOf(port: number, rows: readonly ContainerSummary[]): string | undefined {
  const [row] = holdersOf(port, ['tcp'], rows);
  return row && (row.Names?.[0]?.replace(/^\//, '') ?? row.Id.slice(0, 12));
}
