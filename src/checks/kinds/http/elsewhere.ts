import type { ContainerSummary } from '../../../evidence/docker';
import type { HttpFact, NoWay } from '../../../evidence/facts';
import type { Lab } from '../../../spec/lab';
import { plainText } from '../../../text/plain-text';
import { message, type Message } from '../../../messages/message';
import type { Look } from '../../kind';
import { holdersOf } from '../container/port-holders';
import type { Inside } from '../inside/explain-as';

/** Something answers on the host's port, and the container asked for is not behind it: who is? */
export function explainElsewhere(
  { name, input: { lab }, look }: Inside,
  because: Exclude<NoWay, 'loopback-only'>,
  elsewhere: NonNullable<HttpFact['elsewhere']>,
): Message {
  const list = look({ fact: 'containers' });
  const holder = 'value' in list ? holderOf(elsewhere.port, list.value) : undefined;
  return message('http.other-answers', {
    name,
    hostPort: elsewhere.port,
    why: because,
    ...(holder !== undefined && { holder }),
    ...(elsewhere.server !== undefined && { server: elsewhere.server }),
    ...(isInstalled(name, lab, look) && { installed: true as const }),
  });
}

/** What the lab asks to be installed in the container is there: that was typed in the right place, whatever runs on the host. */
const isInstalled = (name: string, lab: Lab, look: Look): boolean =>
  lab.tasks
    .flatMap(({ checks }) => checks)
    .filter(({ kind, keys }) => kind === 'package' && keys['in'] === name)
    .some(({ subject }) => {
      const fact = look({ fact: 'packages', container: name, names: [plainText(subject)] });
      return 'value' in fact && fact.value?.installed[plainText(subject)] !== undefined;
    });

function holderOf(port: number, rows: readonly ContainerSummary[]): string | undefined {
  const [row] = holdersOf(port, ['tcp'], rows);
  return row && (row.Names?.[0]?.replace(/^\//, '') ?? row.Id.slice(0, 12));
}
