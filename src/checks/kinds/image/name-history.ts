import type { EventsFact, RecordedEvent } from '../../../evidence/facts';
import type { ImageInspect } from '../../../evidence/docker';
import { isImageId, parseReference, sameImageName, type ImageReference } from '../../../text/image-reference';

/** What the recorded events say of an image and its name. */
export interface NameHistory {
  /** How the name last came to stand for this image; absent where no event says so. */
  readonly by?: 'pull' | 'tag' | 'load' | 'import';
  /** Seconds since the epoch. */
  readonly at?: number;
  /** It was pushed from here after that. */
  readonly pushed: boolean;
  /** A build or a commit made this very image here. */
  readonly made?: 'build' | 'commit';
  /** The image may have come from a file all the same: engines do not say of which image a pull was, or what was in a file. */
  readonly loaded?: true;
}

interface State extends NameHistory {
  /** The image was seen here before a file with it was loaded, which then changed nothing. */
  readonly wasThere: boolean;
  /** The pull named this very image. */
  readonly exact?: true;
  /** An image was removed after the pull that may be the pulled one. */
  readonly maybeGone?: true;
  /** The name was taken away: until it is given again there is no image of it. */
  readonly ended?: true;
}

/** One event, and how it concerns the image and its name. */
interface Step {
  readonly event: RecordedEvent;
  readonly isIt: boolean;
  readonly isNameMeant: boolean;
  /** It names an image, and another one. */
  readonly isOther: boolean;
  /** A pull that came with `podman run`: Podman records one whether or not the image was there already. */
  readonly isByRun: boolean;
}

const nothing: State = { pushed: false, wasThere: false };

/**
 * Follows a name through the events, oldest first. Docker's `pull`, `tag` and `push` name the image, `load`, `import` and `delete` only its ID; `untag`
 * has the name with the containerd store and Podman. Podman's `pull` has the ID from 5 on, its `loadfromarchive` of 4 the file's name alone.
 */
export function nameHistory(
  { events }: Pick<EventsFact, 'events'>,
  name: ImageReference,
  image: Pick<ImageInspect, 'Id' | 'Created'>,
): NameHistory {
  let state = nothing;
  for (const [at, event] of events.entries()) {
    if (event.type === 'container') state = afterContainer(state, event, image);
    if (event.type !== 'image') continue;
    const isIt = sameId(event.id, image.Id);
    const step = {
      event,
      isIt,
      isNameMeant: isNamed(nameInEvent(event), name),
      isOther: !isIt && isImageId(event.id),
      isByRun: isPodmanRun(event, events[at + 1]),
    };
    state = afterImage(state, step, image.Id);
  }
  const { by, at, pushed, made, loaded } = state;
  return {
    ...(by && { by }),
    ...(at !== undefined && { at }),
    pushed,
    ...(made && { made }),
    ...(loaded && { loaded }),
  };
}

/** A commit takes less than this. */
const commitSeconds = 60;

function afterContainer(
  state: State,
  event: RecordedEvent,
  { Id, Created }: Pick<ImageInspect, 'Id' | 'Created'>,
): State {
  if (event.action !== 'commit') return state;
  const { imageID } = event.attributes;
  // Podman does not say which image a commit made: it is the one that was made at that moment.
  const ago = momentOf(event) - Date.parse(Created ?? '') / 1000;
  const isIt = imageID === undefined ? ago >= -1 && ago < commitSeconds : sameId(imageID, Id);
  return isIt ? { ...state, made: 'commit' } : state;
}

const isPodmanRun = (event: RecordedEvent, next: RecordedEvent | undefined): boolean =>
  event.action === 'pull' &&
  (event.id === '' || isImageId(event.id)) &&
  next?.type === 'container' &&
  next.action === 'create';

function afterImage(state: State, step: Step, id: string): State {
  const { event, isIt, isNameMeant, isOther } = step;
  const given = { at: momentOf(event), pushed: false, wasThere: state.wasThere };
  const { made } = state;
  const kept = made ? { made } : {};
  switch (event.action) {
    case 'pull':
      if (!isNameMeant) return state;
      // A pull of another image proves nothing of this one.
      if (isOther) return { ...kept, pushed: false, wasThere: state.wasThere };
      return afterPull(state, { ...given, wasThere: false, by: 'pull', ...(isIt && { exact: true }) }, step);
    case 'tag':
      if (!isNameMeant) return state;
      return isOther
        ? { ...kept, pushed: false, wasThere: state.wasThere }
        : { ...kept, ...given, by: 'tag' };
    case 'load':
    case 'loadfromarchive':
      return isIt || event.id === '' || (isNameMeant && !isOther)
        ? afterLoad(state, { ...kept, ...given, by: 'load' }, isIt)
        : state;
    case 'import':
      return isIt ? { ...kept, ...given, by: 'import' } : state;
    case 'build':
      return isIt || sameId(event.attributes['name'], id) ? { ...state, made: 'build' } : state;
    case 'create':
      // The containerd store's word for any image that is made here; a commit is said right after it.
      return isIt && made === undefined ? { ...state, made: 'build' } : state;
    case 'push':
      return isNameMeant ? { ...state, pushed: true } : state;
    case 'save':
      return isIt || isNameMeant ? { ...state, wasThere: true } : state;
    case 'untag':
      return isNameMeant ? { ...kept, ...nothing, ended: true } : state;
    case 'delete':
    case 'remove':
      if (isIt) return { ...nothing, ended: true };
      return state.by === 'pull' && !state.exact ? { ...state, maybeGone: true } : state;
    default:
      return state;
  }
}

/** What gave the name before is not undone by a pull that asks for nothing where the name is there. */
function afterPull(state: State, pulled: State, { isByRun }: Step): State {
  const { by, made, loaded, ended } = state;
  if (!isByRun || ended) return pulled;
  if (made) return state;
  return by === undefined && !loaded
    ? pulled
    : { ...pulled, ...((by !== 'pull' || loaded) && { loaded: true }) };
}

/** Loading an image that is there already changes nothing: a lab may ask for `docker save` and `docker load`. */
function afterLoad(state: State, loaded: State, isIt: boolean): State {
  const { by, wasThere, exact, maybeGone, ended } = state;
  if (wasThere) return state;
  // What was in the file is not said, but nothing else can have given the name back.
  if (by === undefined) return isIt || ended ? loaded : { ...state, loaded: true };
  if (by !== 'pull' || (exact && isIt)) return state;
  return maybeGone && isIt ? loaded : { ...state, loaded: true };
}

/** In seconds; to the millisecond where the engine tells. */
const momentOf = ({ time, timeNano }: RecordedEvent): number => {
  const precise = Number(timeNano) / 1e9;
  return Math.floor(precise) === time ? precise : time;
};

const bare = (id: string): string => id.replace(/^sha256:/, '');
const sameId = (a: string | undefined, b: string): boolean =>
  a !== undefined && a !== '' && bare(a) === bare(b);

/**
 * The name that an event of an image is about. Docker's pulls and pushes have it as their ID, with a bare repository beside it in the attributes; all other
 * events, and Podman's, have the image's ID (or nothing) there and the name in the attributes.
 */
export function nameInEvent({
  id,
  attributes,
}: Pick<RecordedEvent, 'id' | 'attributes'>): string | undefined {
  return id === '' || isImageId(id) ? attributes['name'] : id;
}

export function isNamed(text: string | undefined, name: ImageReference): boolean {
  const parsed = parseReference(text ?? '');
  return parsed.ok && sameImageName(parsed.value, name);
}
