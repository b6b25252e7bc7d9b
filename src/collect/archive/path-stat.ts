import type { FileFact } from '../../evidence/facts';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { problemIn } from '../../evidence/shapes/problem-in';
import type { PathStatAnswer } from '../../evidence/shapes/shape';

/** What the engine says of a path without reading it: the header `X-Docker-Container-Path-Stat`. */
export interface PathStat {
  readonly type: FileFact['type'];
  /** Permission bits with set-user-ID, set-group-ID and sticky, as `chmod` counts them. */
  readonly mode: number;
  readonly size: number;
  /** Of a symbolic link: where the whole chain leads, absolute, within the container. */
  readonly linkTarget?: string;
}

// Go's os.FileMode (https://pkg.go.dev/io/fs#FileMode): the type and the special bits are not where Unix has them.
const goDirectory = 1 << 31;
const goSymlink = 1 << 27;
/** Device, named pipe, socket, character device, irregular. */
const goOther = (1 << 26) | (1 << 25) | (1 << 24) | (1 << 21) | (1 << 19);
const specialBits = [
  [1 << 23, 0o4000],
  [1 << 22, 0o2000],
  [1 << 20, 0o1000],
] as const;

/** `undefined`: not what the API promises, or of another path than the one that was asked for. */
export function parsePathStat(header: string | undefined, path: string): PathStat | undefined {
  const stat = parseJson(Buffer.from(header ?? '', 'base64').toString());
  if (problemIn(answerShapes.pathStat.schema, stat) !== undefined) return undefined;
  const { name, mode, size, linkTarget } = stat as PathStatAnswer; // its shape was looked at
  if (!isNamed(name, path)) return undefined;
  const type = typeOf(mode);
  return {
    type,
    mode: specialBits.reduce((bits, [go, unix]) => bits | ((mode & go) === 0 ? 0 : unix), mode & 0o777),
    size,
    // Podman names the path itself here where there is no link.
    ...(type === 'symlink' && linkTarget !== undefined && linkTarget !== '' && { linkTarget }),
  };
}

function typeOf(mode: number): FileFact['type'] {
  if ((mode & goDirectory) !== 0) return 'directory';
  if ((mode & goSymlink) !== 0) return 'symlink';
  return (mode & goOther) === 0 ? 'file' : 'other';
}

/** An engine names what it found by the last part of its path; where that is no name (`/`, `..`), it may call it what it likes. */
export function isNamed(name: string, path: string): boolean {
  const [asked, found] = [path, name].map((text) => text.replace(/\/+$/, '').split('/').at(-1) ?? '');
  return asked === found || asked === undefined || /^\.{0,2}$/.test(asked);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says what that means
  }
}
