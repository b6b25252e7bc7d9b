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
  /** The image came from a file after the pull, which may have been of another one: Docker's pulls do not say of which. */
  readonly loaded?: true;
}

interface State extends NameHistory {
  /** The image was seen here before a file with it was loaded, which then changed nothing. */
  readonly wasThere: boolean;
  /** The pull named this very image. */
  readonly exact?: true;
  /** An image was removed after the pull that may be the pulled one. */
  readonly maybeGone?: true;
}

/** One event, and how it concerns the image and its name. */
interface Step {
  readonly event: RecordedEvent;
  readonly isIt: boolean;
  readonly isNameMeant: boolean;
  /** It names an image, and another one. */
  readonly isOther: boolean;
}

const nothing: State = { pushed: false, wasThere: false };

/**
 * Follows a name through the events, oldest first. Docker's `pull`, `tag` and `push` name the image, `load`, `import` and `delete` only its ID; `untag`
 * has the name with the containerd store and Podman. Podman's `pull` (from 5 on) also has the ID.
 */
export function nameHistory(
  { events }: Pick<EventsFact, 'events'>,
  name: ImageReference,
  id: ImageInspect['Id'],
): NameHistory {
  let state = nothing;
  for (const event of events) {
    if (event.type === 'container') state = afterContainer(state, event, id);
    if (event.type !== 'image') continue;
    const isIt = sameId(event.id, id);
    const step = {
      event,
      isIt,
      isNameMeant: isNamed(nameInEvent(event), name),
      isOther: !isIt && isImageId(event.id),
    };
    state = afterImage(state, step, id);
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

const afterContainer = (state: State, { action, attributes }: RecordedEvent, id: string): State =>
  action === 'commit' && sameId(attributes['imageID'], id) ? { ...state, made: 'commit' } : state;

function afterImage(state: State, step: Step, id: string): State {
  const { event, isIt, isNameMeant, isOther } = step;
  const given = { at: momentOf(event), pushed: false, wasThere: state.wasThere };
  const { made } = state;
  const kept = made ? { made } : {};
  switch (event.action) {
    case 'pull':
      if (!isNameMeant) return state;
      // A pull of another image proves nothing of this one.
      return isOther
        ? { ...kept, pushed: false, wasThere: state.wasThere }
        : { ...given, by: 'pull', ...(isIt && { exact: true }) };
    case 'tag':
      if (!isNameMeant) return state;
      return isOther
        ? { ...kept, pushed: false, wasThere: state.wasThere }
        : { ...kept, ...given, by: 'tag' };
    case 'load':
    case 'loadfromarchive':
      return isOther || !(isIt || isNameMeant) ? state : afterLoad(state, { ...kept, ...given, by: 'load' });
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
      return isNameMeant && !isOther ? { ...kept, ...nothing } : state;
    case 'delete':
    case 'remove':
      if (isIt) return nothing;
      return state.by === 'pull' && !state.exact ? { ...state, maybeGone: true } : state;
    default:
      return state;
  }
}

/** Loading an image that is there already changes nothing: a lab may ask for `docker save` and `docker load`. */
function afterLoad(state: State, loaded: State): State {
  if (state.by === undefined) return state.wasThere ? state : loaded;
  if (state.by !== 'pull' || state.exact) return state;
  return state.maybeGone && !state.wasThere ? loaded : { ...state, loaded: true };
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
