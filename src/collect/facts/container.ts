import { imageOfRef } from '../../evidence/container-ref';
import type { ContainerInspect, ContainerSummary, ImageSummary } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import { parsedNames } from '../../evidence/local-digests';
import {
  parseReference,
  sameImageName,
  sameRepository,
  type ImageReference,
} from '../../text/image-reference';
import type { Collector, Looking } from '../looking';
import { keepEnvironment } from './environment';
import { inspectContainer } from './inspect-container';

/** One container as `docker inspect` shows it, without the values of variables that nobody asked for. */
export const container: Collector<'container'> = async ({ name, env }, looking) => {
  const image = imageOfRef(name);
  if (image === undefined) return inspect(name, env, looking);
  const newest = await newestOf(image, looking);
  if ('fault' in newest) return newest;
  return newest.value === null ? { value: null } : inspect(newest.value.Id, env, looking);
};

async function inspect(
  name: string,
  env: readonly string[] | 'all' | undefined,
  looking: Looking,
): Promise<Fact<ContainerInspect | null>> {
  const fact = await inspectContainer(name, looking);
  return 'fault' in fact || fact.value === null ? fact : { value: keepEnvironment(fact.value, env) };
}

/**
 * The newest container that was made from an image by that name: the list shows an ID where another image has taken the name since, and the events still know
 * what was typed. Else the newest of an image that bears the name besides.
 */
async function newestOf(image: string, looking: Looking): Promise<Fact<ContainerSummary | null>> {
  const [list, images, events] = await Promise.all([
    looking.ask({ fact: 'containers' }),
    looking.ask({ fact: 'images' }),
    looking.ask({ fact: 'events' }),
  ]);
  if ('fault' in list) return list;
  const wanted = parseReference(image);
  if (!wanted.ok) return { value: null };
  const newest = [...list.value].sort((a, b) => (b.Created ?? 0) - (a.Created ?? 0));
  const typed = ('value' in events ? events.value.events : [])
    .filter(({ type, action }) => type === 'container' && action === 'create')
    .filter(({ attributes }) => isCalled(wanted.value, [attributes['image'] ?? '']))
    .map(({ id }) => id);
  const ofImage = ('value' in images ? images.value : [])
    .filter((row) => isOf(wanted.value, row))
    .map(({ Id }) => Id);
  const bearsIt = ({ ImageID = '' }: ContainerSummary) => ofImage.includes(ImageID);
  const made = newest.find(
    (row) =>
      isCalled(wanted.value, [row.Image ?? '']) ||
      typed.includes(row.Id) ||
      (bearsIt(row) && isIdOf(row.Image ?? '', row.ImageID)),
  );
  return { value: made ?? newest.find(bearsIt) ?? null };
}

/** The list shows the image's ID, whole or its beginning. */
const isIdOf = (shown: string, id = ''): boolean => shown !== '' && bareId(id).startsWith(bareId(shown));
const bareId = (id: string): string => id.replace(/^sha256:/, '');

const isCalled = (wanted: ImageReference, names: readonly string[] | null | undefined): boolean =>
  parsedNames(names).some((name) => sameImageName(wanted, name));

function isOf(wanted: ImageReference, { RepoTags, RepoDigests }: ImageSummary): boolean {
  if (parsedNames(RepoTags).length > 0) return isCalled(wanted, RepoTags);
  return parsedNames(RepoDigests).some((name) => sameRepository(wanted, name));
}
