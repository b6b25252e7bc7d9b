import { fault, type Fault } from '../../../evidence/fault';
import { localDigests, parsedNames } from '../../../evidence/local-digests';
import type { Message } from '../../../messages/message';
import { sameImageName } from '../../../text/image-reference';
import type { Seen } from '../../attribute';
import { nameHistory, type NameHistory } from './name-history';
import type { Traced } from './open';
import { explainOrigin } from './other-origin';

/** Where an image comes from, as far as the host and the registry tell. */
interface Known {
  readonly digests: readonly string[];
  /** Local digests that the registry or the lab knows under this name. */
  readonly confirmed: boolean;
  /** The registry knows this digest, but under another tag, and someone tagged the image here. */
  readonly retagged: boolean;
  readonly history: NameHistory;
  /** The registry has answered; what it does not serve was not pulled from it, whatever was pulled under this name. */
  readonly asked: boolean;
  /** Why the registry says nothing. */
  readonly silent: Fault | undefined;
  readonly store: 'classic' | 'containerd' | 'podman';
}

/**
 * `pulled`: the image came from a registry under this very name. In this order: the registry confirms the local digest; the lab's `digests:` has it; the classic
 * store, which notes a digest for a name only when it talked with that registry, has one; a pull was recorded.
 * A fault where only the registry could tell.
 */
export function readPulled(image: Traced): Seen {
  const known = knownOf(image);
  if ('fault' in known) return known;
  if (isFromElsewhere(known)) return notPulled(image, known);
  if (known.confirmed) return { value: true };
  const mirrored = otherMirror(known);
  // What was pulled came through it, too.
  if (mirrored && known.digests.length > 0 && !isMadeHere(image, known)) return mirrored;
  if (known.store === 'classic')
    // A pull always leaves a digest here: a recorded one without it was of an image that is gone.
    return known.digests.length > 0 ? { value: true } : notPulled(image, known);
  if (known.asked) return notPulled(image, known);
  if (pullRecorded(image, known.history)) return { value: true };
  if (known.silent && !isMadeHere(image, known)) return { fault: known.silent };
  return notPulled(image, known);
}

/** `verified`: the registry or the lab's `digests:` knows the local digest under this name; nothing less. */
export function readVerified(image: Traced): Seen {
  const known = knownOf(image);
  if ('fault' in known) return known;
  if (known.confirmed && !known.retagged) return { value: true };
  const isRefuted = known.digests.length === 0 || known.retagged || isMadeHere(image, known);
  if (known.silent && !isRefuted) return { fault: known.silent };
  const pulled = readPulled(image);
  const digest = known.digests[0] ?? image.inspect.Id;
  const why: Message | undefined = 'value' in pulled && pulled.value === false ? pulled.message : undefined;
  return {
    value: false,
    message: why ?? { code: 'image.not-verified', args: { name: image.shown, digest } },
  };
}

/**
 * Is it the image that a registry serves under this name, whatever way it came here? Asked of what a container runs: its image may have been loaded from a
 * file, or have lost its name since. A fault where nothing tells any more.
 */
export function readGenuine(image: Traced): Seen {
  const known = knownOf(image);
  if ('fault' in known) return known;
  const { retagged, confirmed, store, digests, history, silent } = known;
  const mirrored = otherMirror(known);
  const isNoted = store === 'classic' && digests.length > 0 && !mirrored;
  const isPulled = !known.asked && !mirrored && pullRecorded(image, history);
  if (!retagged && (confirmed || isNoted || isPulled)) return { value: true };
  const no = notPulled(image, known);
  if (retagged || isMadeOrNamedHere(image, known)) return no;
  const untraced = (why: 'loaded' | 'unnamed') => ({
    fault: fault('image.untraced', { name: image.shown, why }),
  });
  if (history.by === 'load' || history.loaded || isToldAs(no, 'image.loaded')) return untraced('loaded');
  if (silent && (store !== 'classic' || (mirrored && digests.length > 0))) return { fault: silent };
  return isStillNamed(image) || isToldAs(no, 'image.built-here') ? no : untraced('unnamed');
}

/** The lab does not count the mirror that this engine pulls from: neither does its digest count. */
const otherMirror = ({ silent }: Known): { readonly fault: Fault } | undefined =>
  silent?.code === 'registry.other-mirror' ? { fault: silent } : undefined;

const isToldAs = (seen: Seen, code: Message['code']): boolean =>
  'value' in seen && seen.message?.code === code;

/** Its names now speak of it: the one asked for, or one that a registry gave. Any other says nothing of what it was called before. */
const isStillNamed = ({ inspect, name, engine }: Traced): boolean => {
  const isClassic = 'value' in engine && engine.value.store === 'classic';
  return (
    parsedNames(inspect.RepoTags).some((tag) => name !== undefined && sameImageName(tag, name)) ||
    (isClassic && parsedNames(inspect.RepoDigests).length > 0)
  );
};

function knownOf(image: Traced): Known | { readonly fault: Fault } {
  if ('fault' in image.engine) return image.engine;
  const { store } = image.engine.value;
  const digests = image.name ? localDigests(image.inspect, store, image.name) : [];
  const registry = 'value' in image.registry ? image.registry.value : null;
  const history =
    'value' in image.events && image.name
      ? nameHistory(image.events.value, image.name, image.inspect)
      : { pushed: false };
  const vouched = [image.inspect.Id, ...digests].some((digest) => image.vouched.includes(digest));
  const current = registry?.current;
  const isOtherTag =
    registry === null || current === undefined ? true : current === null || !digests.includes(current);
  return {
    digests,
    store,
    history,
    confirmed: vouched || (registry?.confirmed.length ?? 0) > 0,
    retagged:
      !vouched &&
      isOtherTag &&
      history.by !== 'pull' &&
      (history.by === 'tag' || (registry?.servedAs.length ?? 0) > 0),
    asked: registry?.asked === true && digests.length > 0,
    silent: silenceOf(image),
  };
}

function silenceOf({ registry, shown }: Traced): Fault | undefined {
  if ('fault' in registry) return registry.fault;
  // The image was removed and came back between two questions.
  return registry.value === null ? fault('registry.unreachable', { name: shown, detail: '' }) : undefined;
}

/** Certainly not a pull under this name, even though the registry knows its content. */
function isFromElsewhere({ history, retagged, store, digests }: Known): boolean {
  // The classic store keeps no registry's digest of what was loaded: if it has one, the image had been pulled before.
  const isLoaded = history.by === 'load' && (store !== 'classic' || digests.length === 0);
  const isPushed = history.by === 'tag' && history.pushed;
  return isLoaded || history.by === 'import' || isPushed || retagged;
}

/** Made, or called so, on this machine: a file that was loaded may well hold the registry's image. */
const isMadeOrNamedHere = (image: Traced, known: Known): boolean =>
  known.history.by !== 'load' && isMadeHere(image, known);

/** Certainly not from a registry. Docker notes the parent of what is built or committed here only; Podman finds one for pulled images too. */
const isMadeHere = ({ inspect }: Traced, { store, history: { by, made } }: Known): boolean =>
  made !== undefined ||
  by === 'tag' ||
  by === 'load' ||
  by === 'import' ||
  (store !== 'podman' && Boolean(inspect.Parent));

/**
 * A pull of this name is the last that gave it, and was of this image. BuildKit builds over a pulled name without any event on some engines: what was made
 * after the pull is not what was pulled.
 */
function pullRecorded({ inspect }: Traced, { by, at = 0, made, loaded }: NameHistory): boolean {
  const created = Date.parse(inspect.Created ?? '') / 1000;
  return by === 'pull' && made === undefined && !loaded && !(created > at);
}

const notPulled = (image: Traced, { history }: Known): Seen => ({
  value: false,
  message: explainOrigin(image, history),
});
