import type { ImageFact } from '../../../evidence/facts';
import { imageAskedFor } from '../../../checks/kinds/image/name';
import { isNamed, nameInEvent } from '../../../checks/kinds/image/name-history';
import { parseReference } from '../../../text/image-reference';
import { removeContainer } from '../containers';
import { retells, tells, told, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import { writeWrongValues } from '../write-values';
import { imageWriters } from './image-writers';

const elsewhere = `sha256:${'7'.repeat(64)}`;

/** Not there, only named like it, made here, not what the registry serves, damaged, never run, or with any other value. */
export const wrongImages: Generator = (target) => {
  const reference = imageAskedFor(target.check.subject);
  const { keys } = target.check;
  if (keys['exists'] === false) return [{ code: 'present', change: (host) => appears(host, reference) }];
  const when = (assertion: string, ...wrongs: Wrong[]): Wrong[] =>
    assertion in keys ? wrongs.map((wrong) => ({ ...wrong, assertion })) : [];
  const retagged: Wrong = { code: 'image.retagged', change: (host) => retag(host, reference) };
  const built: Wrong = { code: 'image.built', change: (host) => buildHere(host, reference) };
  const otherDigest: Wrong = {
    code: 'image.other-digest',
    change: (host) => unknownToRegistry(host, reference),
  };
  return [
    { code: 'absent', change: (host) => removeImage(host, reference) },
    ...(keys['pulled'] === true ? when('pulled', retagged, built) : []),
    ...(keys['verified'] === true ? when('verified', retagged, built, otherDigest) : []),
    ...when('content', {
      code: 'image.damaged',
      change: (host) =>
        tells(host, { fact: 'content', reference }, { intact: false, layers: 1, broken: [elsewhere] }),
    }),
    ...when('containers', { code: 'image.no-container', change: (host) => neverRun(host, reference) }),
    ...writeWrongValues(target, imageWriters, (host, change) => changeImage(host, reference, change)),
  ];
};

const changeImage = (host: Host, reference: string, change: (image: ImageFact) => ImageFact): Host =>
  retells(host, { fact: 'image', reference }, (image) => image && change(image));

function removeImage(host: Host, reference: string): Host {
  const id = told(host, { fact: 'image', reference })?.inspect.Id;
  const gone = tells(host, { fact: 'image', reference }, null);
  const unlisted = retells(gone, { fact: 'images' }, (rows) => rows.filter(({ Id }) => Id !== id));
  const unasked = tells(unlisted, { fact: 'registry', reference }, null);
  return tells(unasked, { fact: 'content', reference }, null);
}

/** `docker tag something-else NAME`: the name stands for content that its registry never served under it. */
function retag(host: Host, reference: string): Host {
  const from = 'debian:12';
  const named = changeImage(host, reference, ({ inspect, history }) => ({
    history,
    inspect: {
      ...inspect,
      RepoTags: [...(inspect.RepoTags ?? []), from],
      RepoDigests: [`debian@${elsewhere}`],
    },
  }));
  return withoutPull(served(named, reference, null), reference);
}

/** `docker build -t NAME`: no registry's digest, a parent, and no pull. */
function buildHere(host: Host, reference: string): Host {
  const built = changeImage(host, reference, ({ inspect, history }) => ({
    history,
    inspect: { ...inspect, RepoDigests: [], Parent: elsewhere },
  }));
  return withoutPull(served(built, reference, null), reference);
}

/** Pulled from somewhere that is not this registry: it serves another digest for the name, and does not know this one. */
const unknownToRegistry = (host: Host, reference: string): Host => served(host, reference, elsewhere);

const served = (host: Host, reference: string, current: string | null): Host =>
  tells(host, { fact: 'registry', reference }, { asked: true, confirmed: [], current, servedAs: [] });

/** The engine's memory, where `docker tag` gave the name instead of a pull. */
function withoutPull(host: Host, reference: string): Host {
  const name = parseReference(reference);
  if (!name.ok) return host;
  return retells(host, { fact: 'events' }, (fact) => ({
    ...fact,
    events: fact.events.map((event) =>
      event.type === 'image' && event.action === 'pull' && isNamed(nameInEvent(event), name.value)
        ? { ...event, action: 'tag' }
        : event,
    ),
  }));
}

function neverRun(host: Host, reference: string): Host {
  const id = told(host, { fact: 'image', reference })?.inspect.Id;
  const gone = host.requests.reduce((so, request) => {
    if (request.fact !== 'container') return so;
    return told(so, request)?.Image === id ? removeContainer(so, request.name) : so;
  }, host);
  return retells(gone, { fact: 'containers' }, (rows) => rows.filter(({ ImageID }) => ImageID !== id));
}

function appears(host: Host, reference: string): Host {
  const inspect = { Id: elsewhere, RepoTags: [reference], RepoDigests: [] };
  const there = tells(host, { fact: 'image', reference }, { inspect, history: [] });
  return retells(there, { fact: 'images' }, (rows) => [...rows, inspect]);
}
