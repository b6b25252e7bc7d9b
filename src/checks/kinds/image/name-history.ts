import type { EventsFact, RecordedEvent } from '../../../evidence/facts';
import type { ImageInspect } from '../../../evidence/docker';
import { parseReference, sameImageName, type ImageReference } from '../../../text/image-reference';

/** What the recorded events say of an image and its name. */
export interface NameHistory {
  /** How the name last came to stand for an image; absent where no event says so. */
  readonly by?: 'pull' | 'tag' | 'load' | 'import';
  /** Seconds since the epoch. */
  readonly at?: number;
  /** It was pushed from here after that. */
  readonly pushed: boolean;
  /** A build or a commit made this very image here. */
  readonly made?: 'build' | 'commit';
}

/**
 * Follows a name through the events, oldest first. Docker's `pull`, `tag` and `push` name the image, `load`, `import` and `delete` only its ID.
 * Loading an image that is there already changes nothing: a lab may ask for `docker save` and `docker load`.
 */
export function nameHistory(
  { events }: EventsFact,
  name: ImageReference,
  id: ImageInspect['Id'],
): NameHistory {
  let history: NameHistory = { pushed: false };
  let wasThere = false;
  for (const event of events) {
    if (event.type === 'container' && event.action === 'commit' && sameId(event.attributes['imageID'], id))
      history = { ...history, made: 'commit' };
    if (event.type !== 'image') continue;
    const isIt = sameId(event.id, id);
    const isNameMeant = isNamed(nameInEvent(event), name);
    switch (event.action) {
      case 'pull':
        if (isNameMeant) history = { by: 'pull', at: event.time, pushed: false };
        break;
      case 'tag':
        if (isNameMeant) history = { ...history, by: 'tag', at: event.time, pushed: false };
        break;
      case 'load':
      case 'loadfromarchive':
        if ((isIt || isNameMeant) && history.by === undefined && !wasThere)
          history = { ...history, by: 'load', at: event.time, pushed: false };
        break;
      case 'import':
        if (isIt) history = { ...history, by: 'import', at: event.time, pushed: false };
        break;
      case 'build':
        if (sameId(event.attributes['name'], id) || isIt) history = { ...history, made: 'build' };
        break;
      case 'push':
        if (isNameMeant) history = { ...history, pushed: true };
        break;
      case 'save':
        wasThere ||= isIt || isNameMeant;
        break;
      case 'delete':
      case 'remove':
        if (isIt) {
          history = { pushed: false };
          wasThere = false;
        }
        break;
    }
  }
  return history;
}

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
  return id === '' || /^(?:sha256:)?[0-9a-f]{64}$/.test(id) ? attributes['name'] : id;
}

export function isNamed(text: string | undefined, name: ImageReference): boolean {
  const parsed = parseReference(text ?? '');
  return parsed.ok && sameImageName(parsed.value, name);
}
