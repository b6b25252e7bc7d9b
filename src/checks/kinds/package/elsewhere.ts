import { message, type Message } from '../../../messages/message';
import type { Lab } from '../../../spec/lab';
import type { Look } from '../../kind';
import type { Container } from '../container/container';
import { rowName } from '../container/near-misses/absence';
import { containerEvents } from '../container/near-misses/rule';

/** What is around a container in which nothing was installed. */
export interface Elsewhere {
  readonly container: Container;
  readonly lab: Lab;
  readonly look: Look;
}

interface Missing {
  readonly package: string;
  /** The container's. */
  readonly name: string;
}

/** Where the work may have been done instead: in a container that had the name before, or in another one of the same image. */
export function elsewhere(missing: Missing, around: Elsewhere): Message | undefined {
  if (hadPredecessor(missing.name, around)) return message('package.fresh-container', { ...missing });
  const other = strayBeside(around);
  return other === undefined ? undefined : message('package.perhaps-elsewhere', { ...missing, other });
}

/** One that ran under this name, and is gone. */
function hadPredecessor(name: string, { container: { inspect }, look }: Elsewhere): boolean {
  const others = containerEvents(look).filter(
    ({ id, attributes }) => id !== inspect.Id && attributes['name'] === name,
  );
  const has = (...actions: readonly string[]) => others.some(({ action }) => actions.includes(action));
  return has('start') && has('destroy', 'remove');
}

/** The only other container of this image that runs and that the lab does not speak of. */
function strayBeside({ container: { inspect }, lab, look }: Elsewhere): string | undefined {
  const list = look({ fact: 'containers' });
  if (!('value' in list) || inspect.Image === undefined) return undefined;
  const named = JSON.stringify(lab.tasks);
  const strays = list.value
    .filter((row) => row.Id !== inspect.Id && row.State === 'running' && row.ImageID === inspect.Image)
    .map(rowName)
    .filter((name) => !named.includes(JSON.stringify(name)));
  return strays.length === 1 ? strays[0] : undefined;
}
