import type { ContainerInspect } from '../../../evidence/docker';
import type { RecordedEvent } from '../../../evidence/facts';
import { parseReference } from '../../../text/image-reference';
import { isNamed, nameInEvent } from '../image/name-history';
import { ranAt } from './lifecycle';
import { commandIn, isAction, isCommand, type Wanted } from './wanted';

/** The student's events that are of the wanted kind, on whatever container. */
export function ofWantedKind(wanted: Wanted, events: readonly RecordedEvent[]): RecordedEvent[] {
  return events.filter(
    (event) =>
      !event.own &&
      event.type === wanted.type &&
      isAction(wanted.action, event) &&
      hasCommand(wanted, event, events),
  );
}

/** The end of an exec does not tell its command; its beginning does. */
function hasCommand({ command }: Wanted, event: RecordedEvent, events: readonly RecordedEvent[]): boolean {
  if (command === undefined) return true;
  const exec = event.attributes['execID'];
  const begin =
    commandIn(event) === undefined && exec !== undefined
      ? events.find((other) => other.attributes['execID'] === exec && commandIn(other) !== undefined)
      : event;
  const line = begin && commandIn(begin);
  return line !== undefined && isCommand(command, line);
}

/** The student's events that a check asks for, oldest first. `container`: what the check names, if it names one and it is there. */
export function selectEvents(
  wanted: Wanted,
  events: readonly RecordedEvent[],
  container: ContainerInspect | null,
): RecordedEvent[] {
  const chosen = ofWantedKind(wanted, events).filter(
    (event) =>
      isOnContainer(wanted, event, container) &&
      isOnImage(wanted, event) &&
      isOnNamed(wanted, 'volume', event) &&
      isOnNamed(wanted, 'network', event),
  );
  if (!wanted.whileRunning) return chosen;
  return chosen.filter((event) => {
    const inspect = event.id === container?.Id ? container : null;
    return ranAt(event, lifeOf(event.id, events), inspect);
  });
}

/** Events of one container, Vigie's own included. */
export const lifeOf = (id: string, events: readonly RecordedEvent[]): RecordedEvent[] =>
  events.filter((event) => event.type === 'container' && event.id === id);

function isOnContainer(
  { container: name, earlier, type }: Wanted,
  { id, attributes }: RecordedEvent,
  container: ContainerInspect | null,
): boolean {
  if (name === undefined) return true;
  // Events of networks and volumes name the container among their attributes, by its ID.
  const ofContainer = type === 'container' ? id : attributes['container'];
  if (container !== null && ofContainer === container.Id) return true;
  return (container === null || earlier) && type === 'container' && attributes['name'] === name;
}

function isOnImage({ image, type }: Wanted, event: RecordedEvent): boolean {
  if (image === undefined) return true;
  const name = parseReference(image);
  const said = type === 'image' ? nameInEvent(event) : event.attributes['image'];
  return (name.ok && isNamed(said, name.value)) || event.id === image || event.id === `sha256:${image}`;
}

function isOnNamed(wanted: Wanted, key: 'volume' | 'network', { id, attributes }: RecordedEvent): boolean {
  const name = wanted[key];
  return name === undefined || id === name || attributes['name'] === name;
}
