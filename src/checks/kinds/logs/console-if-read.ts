import { containerRef } from '../../../evidence/container-ref';
import type { Lab } from '../../../spec/lab';
import type { Look } from '../../kind';
import type { Container } from '../container/container';
import { requestsRead } from '../jest';
import { consoleOf, type ConsoleSeen } from './console';
import { widthsOf } from './widths';

/** The console of a container with a terminal, only where the lab reads its log anyway: nothing more is read for the sake of a message. */
export function consoleIfRead(
  name: string,
  { inspect }: Pick<Container, 'inspect'>,
  lab: Lab,
  look: Look,
): ConsoleSeen | undefined {
  if (!readsLog(lab, name)) return undefined;
  const fact = look({ fact: 'logs', container: name });
  if (!('value' in fact) || fact.value?.tty !== true) return undefined;
  return consoleOf(fact.value, inspect.Path, widthsOf(inspect, look({ fact: 'events' })));
}

const readsLog = (lab: Lab, name: string): boolean =>
  lab.tasks
    .flatMap(({ checks }) => checks)
    .some(({ kind, subject, keys }) =>
      kind === 'logs'
        ? containerRef(subject) === name
        : requestsRead(keys['reads']).some((one) => one.fact === 'logs' && one.container === name),
    );
