import { containerRef, imageOfRef } from '../../../evidence/container-ref';
import type { Request } from '../../../evidence/request';
import { message, type Message } from '../../../messages/message';
import type { Lab } from '../../../spec/lab';
import type { CheckInput, Look, Opened } from '../../kind';
import type { SubjectKey } from '../../attribute';
import { holds } from '../../match/holds';
import { notRunning } from '../inside/not-running';
import { explainAbsence, explainRemoval } from './absence';
import { explainNoneOf } from './absence-by-image';
import type { Container } from './container';
import { imageNameOf } from './image-name';
import { asksRemoval } from './removal-asked';
import { isMadeFrom, needsOfOrigin } from './made-from';
import { holdsPorts } from './ports';
import { seeImage } from './see-image';

export function openContainer({ check, lab }: CheckInput, look: Look): Opened<Container> {
  const opened = openNamed(containerRef(check.subject), { check, lab }, look);
  if (!('found' in opened)) return opened;
  const blocked = portsBlocked(opened.found, { check, lab }, look);
  if (blocked) return blocked;
  const named = { ref: containerRef(check.subject), inspect: opened.found.inspect };
  const image = imageNameOf(named.inspect, check.keys['image'], look);
  const madeFrom = seeImage(named, check.keys['image'], lab, look);
  return { found: { ...opened.found, ...(image !== undefined && { image }), madeFrom } };
}

/** A check of nothing but ports, of a container that does not run, is not about its ports: what keeps it from running is told, once. */
function portsBlocked(container: Container, input: CheckInput, look: Look): Opened<never> | undefined {
  const { keys, subject } = input.check;
  const { ports, ...others } = keys;
  const asserted = Object.keys(others).filter((key) => key !== 'exists');
  if (ports === undefined || asserted.length > 0 || holdsPorts(container)) return undefined;
  if (holds({ type: 'publication', shape: 'list' }, ports, [])) return undefined;
  return { ...notRunning(containerRef(subject), container, input, look), place: true };
}

/**
 * Also for kinds that look inside of a container (`in: ubuntu`). Its facts: `container`, and for the reason of an absence
 * `containers`, `candidates`, `events`, `images`.
 */
export function openNamed(name: string, input: CheckInput, look: Look): Opened<Container> {
  const fact = look({ fact: 'container', name });
  if ('fault' in fact) return fact;
  const inspect = fact.value;
  if (inspect === null) return { missing: explain(name, input, look), cause: `container/${name}` };
  const image = imageOfRef(name);
  const made = image === undefined ? undefined : isMadeFrom(image, { ref: name, inspect }, input.lab, look);
  if (made && 'fault' in made) return made;
  // What was called so is another image: there is no container of the one that is meant.
  if (made?.value === false && made.message) return { missing: made.message, cause: `container/${name}` };
  const list = look({ fact: 'containers' });
  const row = 'value' in list ? list.value.find(({ Id }) => Id === inspect.Id) : undefined;
  return { found: { inspect, ...(row && { row }) } };
}

/** What `openNamed` looks at, for `needs` of kinds that look inside a container; with the lab where a container can be meant by its image. */
export function needsOfNamed(name: string, lab?: Lab): Request[] {
  const image = imageOfRef(name);
  return [
    { fact: 'container', name },
    { fact: 'containers' },
    { fact: 'candidates', name },
    { fact: 'events' },
    { fact: 'images' },
    ...(lab && image !== undefined ? needsOfOrigin(name, [image], lab) : []),
  ];
}

/** Keys of a subject that means a container by its image. */
export const byImageKeys: Readonly<Record<string, SubjectKey>> = {
  image: {
    name: { fr: 'image', en: 'image' },
    type: 'string',
    describe: 'The image that the container was made from.',
    required: true,
    example: 'hello-world:latest',
  },
};

function explain(name: string, input: CheckInput, look: Look): Message {
  const image = imageOfRef(name);
  if (image !== undefined) return explainNoneOf(image, look);
  // Whoever did what the lab asks in the end is not told to undo it.
  if (asksRemoval(input.lab, name)) return explainRemoval(name, input, look);
  return explainAbsence(name, input, look) ?? message('container.absent', { name });
}
