import type { ContainerInspect, ContainerSummary } from '../../../evidence/docker';
import { message } from '../../../messages/message';
import type { CheckInput, Look, Opened } from '../../kind';
import { explainAbsence } from './absence';

/** A container as the engine describes it, and its row in the list of containers. */
export interface Container {
  readonly inspect: ContainerInspect;
  readonly row?: ContainerSummary;
}

export function openContainer({ check, lab }: CheckInput, look: Look): Opened<Container> {
  return openNamed(String(check.subject), { check, lab }, look);
}

/** Also for kinds that look inside of a container (`in: ubuntu`). */
export function openNamed(name: string, input: CheckInput, look: Look): Opened<Container> {
  const fact = look({ fact: 'container', name });
  if ('fault' in fact) return fact;
  const inspect = fact.value;
  if (inspect === null)
    return {
      missing: explainAbsence(name, input, look) ?? message('container.absent', { name }),
      cause: `container/${name}`,
    };
  const list = look({ fact: 'containers' });
  const row = 'value' in list ? list.value.find(({ Id }) => Id === inspect.Id) : undefined;
  return { found: { inspect, ...(row && { row }) } };
}
