import { containerRowShape, containerShape } from './container-shape';
import { imageRowShape, imageShape } from './image-shape';
import {
  filled,
  flag,
  list,
  map,
  natural,
  number,
  object,
  oneOf,
  orNull,
  text,
  withoutRequired,
  type Schema,
} from './schema';
import type { FactName } from '../facts';

const texts = list(text);
const seconds: Schema = { type: 'number', minimum: 0 };
/** As in an answer, but what an engine leaves out may be missing, and IDs may be made up by whoever writes evidence for a test. */
const loose = (shape: Schema): Schema => ({
  ...withoutRequired(shape, ['Id']),
  properties: { ...withoutRequired(shape).properties, Id: filled },
});

const searched = object({ found: map(flag), size: natural, whole: oneOf(true) }, 'found');

const eventShape = object(
  {
    type: text,
    action: text,
    id: text,
    attributes: map(text),
    time: number,
    timeNano: { type: 'string', pattern: '^\\d{1,30}$' },
    own: flag,
  },
  ...['type', 'action', 'id', 'attributes', 'time', 'timeNano'],
);

const imageFact = object(
  {
    inspect: loose(imageShape),
    history: list(
      object({ createdBy: text, comment: text, tags: texts }, ...['createdBy', 'comment', 'tags']),
    ),
  },
  ...['inspect', 'history'],
);

const headers = map(text);
const problem = object({ kind: filled, line: natural, column: natural, detail: text }, 'kind');

/** What a saved fact of each kind is held to: the types of `FactValues`, as a file can be anybody's. */
export const factShapes: Readonly<Record<FactName, Schema>> = {
  engine: object(
    {
      flavour: oneOf('docker', 'podman'),
      store: oneOf('classic', 'containerd', 'podman'),
      id: text,
      name: text,
      version: text,
      apiVersion: text,
      minApiVersion: text,
      os: text,
      arch: text,
      kernel: text,
      operatingSystem: text,
      storageDriver: text,
      cgroupVersion: text,
      rootless: flag,
    },
    ...['flavour', 'store', 'id', 'version', 'apiVersion'],
  ),
  containers: list(loose(containerRowShape)),
  images: list(loose(imageRowShape)),
  container: orNull(loose(containerShape)),
  candidates: list(loose(containerShape)),
  image: orNull(imageFact),
  registry: orNull(
    object(
      { asked: flag, confirmed: texts, current: orNull(text), servedAs: texts },
      ...['asked', 'confirmed', 'servedAs'],
    ),
  ),
  content: orNull(
    object({ intact: flag, layers: natural, broken: texts }, ...['intact', 'layers', 'broken']),
  ),
  'made-from': orNull(
    object({ id: text, image: orNull(imageFact), registry: object({}) }, ...['id', 'image', 'registry']),
  ),
  top: orNull(object({ titles: texts, processes: list(texts) }, ...['titles', 'processes'])),
  exec: orNull(
    object(
      { exitCode: orNull(natural), stdout: text, stderr: text, truncated: flag },
      ...['exitCode', 'stdout', 'stderr', 'truncated'],
    ),
  ),
  file: orNull(
    object(
      {
        type: oneOf('file', 'directory', 'symlink', 'other'),
        mode: natural,
        uid: natural,
        gid: natural,
        size: natural,
        target: text,
        content: text,
        truncated: flag,
        binary: flag,
      },
      ...['type', 'mode', 'size'],
    ),
  ),
  packages: orNull(
    object(
      {
        manager: oneOf('dpkg', 'apk', 'rpm', 'none'),
        installed: map(text),
        unfinished: map(oneOf('removed', 'half-installed')),
        related: texts,
        count: natural,
        indexFetched: flag,
      },
      ...['manager', 'installed', 'unfinished', 'related', 'count'],
    ),
  ),
  http: orNull(
    object(
      {
        url: text,
        outcome: filled,
        status: natural,
        headers,
        body: text,
        truncated: flag,
        origin: object(
          {
            verdict: oneOf('container', 'unknown'),
            by: filled,
          },
          ...['verdict', 'by'],
        ),
        elsewhere: object(
          { url: text, port: natural, status: natural, server: text },
          ...['url', 'port', 'status'],
        ),
      },
      'outcome',
    ),
  ),
  port: orNull(object({ address: text, outcome: filled }, 'outcome')),
  logs: orNull(
    object(
      {
        tty: flag,
        stdout: text,
        stderr: text,
        truncated: flag,
        searched: object({ output: searched, stdout: searched, stderr: searched }),
        startLost: flag,
        unreadable: flag,
      },
      ...['tty', 'stdout', 'stderr', 'truncated'],
    ),
  ),
  events: object(
    { events: list(eventShape), completeSince: orNull(seconds), full: flag, readAt: seconds },
    ...['events', 'completeSince', 'readAt'],
  ),
  answer: object({ file: text, text: orNull(text), problem }, ...['file', 'text']),
  jest: object({ outcome: oneOf('passed', 'failed', 'crashed'), message: text }, 'outcome'),
};
