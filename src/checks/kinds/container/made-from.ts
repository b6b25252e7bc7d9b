import type { ContainerInspect } from '../../../evidence/docker';
import type { EventsFact, MadeFromFact } from '../../../evidence/facts';
import type { Fact } from '../../../evidence/evidence';
import { fault } from '../../../evidence/fault';
import { parsedNames } from '../../../evidence/local-digests';
import type { Request } from '../../../evidence/request';
import { message, type Message } from '../../../messages/message';
import type { Lab } from '../../../spec/lab';
import {
  familiar,
  parseReference,
  sameImageName,
  sameReference,
  type ImageReference,
} from '../../../text/image-reference';
import { isJsonObject, type Json } from '../../../text/json';
import { isPatternText } from '../../../text/pattern';
import type { Seen } from '../../attribute';
import type { Look } from '../../kind';
import { heard } from '../image/heard';
import { spelledOnce } from '../image/name';
import { isNamed } from '../image/name-history';
import type { Traced } from '../image/open';
import { readGenuine } from '../image/origin';
import { vouchedFor } from '../image/vouched';
import { ownerOf } from '../image/whose-name';

/** A container, and how the lab names it. */
export interface Named {
  readonly ref: string;
  readonly inspect: ContainerInspect;
}

/** What has to be asked to know whether a container comes from these images; nothing for names that students give. */
export function needsOfOrigin(ref: string, images: readonly string[], lab: Lab): Request[] {
  return images.flatMap((image): Request[] => {
    const parsed = parseReference(image);
    const owner = parsed.ok ? ownerOf(parsed.value, lab) : 'student';
    if (!parsed.ok || owner === 'student') return [];
    return [
      { fact: 'engine' },
      {
        fact: 'made-from',
        container: ref,
        image: spelledOnce(image),
        known: vouchedFor(parsed.value, lab.digests),
        ...(owner === 'unsaid' && { served: true as const }),
      },
    ];
  });
}

/** Every image that an expectation names, whatever matchers are around it; a pattern names none. */
export function imagesNamedIn(expected: Json | undefined): string[] {
  if (typeof expected === 'string')
    return !isPatternText(expected) && parseReference(expected).ok ? [expected] : [];
  if (Array.isArray(expected)) return [...new Set(expected.flatMap(imagesNamedIn))];
  if (!isJsonObject(expected)) return [];
  return Object.entries(expected).flatMap(([key, inner]) =>
    ['matches', 'same-as', 'size'].includes(key) ? [] : imagesNamedIn(inner),
  );
}

/**
 * Is the image that this container runs the one that `image` names? `undefined`: it does not bear that name, nor did it when the container was made.
 * A fault where only the registry or a forgotten past could tell.
 */
export function isMadeFrom(image: string, named: Named, lab: Lab, look: Look): Seen | undefined {
  const wanted = parseReference(image);
  if (!wanted.ok) return undefined;
  const fact = look({ fact: 'made-from', container: named.ref, image: spelledOnce(image) });
  const value = 'value' in fact ? fact.value : null;
  const told = value !== null && value.id === named.inspect.Image ? value : undefined;
  const isHers = ownerOf(wanted.value, lab) === 'student';
  if (!bears(wanted.value, named.inspect, told, look))
    return isHers && bears(madeHere(wanted.value), named.inspect, told, look) ? { value: true } : undefined;
  if (isHers) return { value: true };
  if ('fault' in fact && fact.fault.code !== 'fact.not-collected') return fact;
  // Evidence that was taken before this was asked, or of a container that was replaced meanwhile: its name is all there is.
  if (told === undefined) return { value: true };
  return judge(wanted.value, told, named, lab, look);
}

function judge(
  wanted: ImageReference,
  { image, registry: said }: MadeFromFact,
  { inspect }: Named,
  lab: Lab,
  look: Look,
): Seen {
  const shown = familiar(wanted);
  if (image === null) return { fault: fault('image.untraced', { name: shown, why: 'gone' }) };
  const isDigest = wanted.digest !== undefined && isAmong(wanted, image.inspect.RepoDigests);
  if (isDigest) return { value: true };
  const engine = look({ fact: 'engine' });
  const registry = heard(said, wanted, engine, lab);
  const traced: Traced = {
    ...image,
    shown,
    name: wanted,
    engine,
    images: look({ fact: 'images' }),
    events: untilMade(look({ fact: 'events' }), wanted, inspect),
    registry,
    vouched: vouchedFor(wanted, lab.digests),
  };
  const genuine = readGenuine(traced);
  if ('value' in genuine && genuine.value === true) return genuine;
  if (ownerOf(wanted, lab) === 'unsaid') {
    // Nobody else serves an image of that name: it is the student's own.
    if ('value' in registry && registry.value?.current === null) return { value: true };
    if ('fault' in registry) return registry;
  }
  return 'fault' in genuine ? genuine : { value: false, message: borrowed(shown, genuine.message) };
}

/** What was done with the name after the container had been made says nothing of the container. */
function untilMade(events: Fact<EventsFact>, wanted: ImageReference, inspect: ContainerInspect) {
  if ('fault' in events || !isNamed(inspect.Config?.Image, wanted)) return events;
  const all = events.value.events;
  const at = all.findIndex(
    ({ type, action, id }) => type === 'container' && action === 'create' && id === inspect.Id,
  );
  const made = Date.parse(inspect.Created ?? '');
  const before = at >= 0 ? all.slice(0, at) : all.filter(({ timeNano }) => !(Number(timeNano) / 1e6 > made));
  return { value: { ...events.value, events: before } };
}

function bears(
  wanted: ImageReference,
  { Image: id, Config }: ContainerInspect,
  told: MadeFromFact | undefined,
  look: Look,
): boolean {
  const images = look({ fact: 'images' });
  const row = 'value' in images ? images.value.find(({ Id }) => Id === id) : undefined;
  const now = [told?.image?.inspect, row].flatMap((each) => [
    ...(each?.RepoTags ?? []),
    ...(each?.RepoDigests ?? []),
  ]);
  return isAmong(wanted, [Config?.Image ?? '', ...now]);
}

/** What Podman calls an image that was built or tagged here under a short name. */
const madeHere = (name: ImageReference): ImageReference => ({
  ...name,
  domain: 'localhost',
  path: name.path.replace(/^library\//, ''),
});

const isAmong = (wanted: ImageReference, names: readonly string[] | null | undefined): boolean =>
  parsedNames(names).some((name) =>
    wanted.digest === undefined ? sameImageName(wanted, name) : sameReference(wanted, name),
  );

const ways: Readonly<Record<string, 'tag' | 'build' | 'commit' | 'import'>> = {
  'image.retagged': 'tag',
  'image.tagged-here': 'tag',
  'image.pushed-from-here': 'tag',
  'image.built-here': 'build',
  'image.committed': 'commit',
  'image.imported': 'import',
};

/** The same in the words for a container. */
function borrowed(expected: string, why: Message | undefined): Message {
  const original = why?.code === 'image.retagged' ? why.args.original : undefined;
  const how = ways[why?.code ?? ''] ?? 'unknown';
  return message('container.borrowed-image', { expected, how, ...(original !== undefined && { original }) });
}
