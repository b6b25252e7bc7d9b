import type { FileFact } from '../../evidence/facts';
import { isJsonObject } from '../../text/json';

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

/** `undefined`: not what the API promises. */
export function parsePathStat(header: string | undefined): PathStat | undefined {
  const stat = parseJson(Buffer.from(header ?? '', 'base64').toString());
  if (!isJsonObject(stat)) return undefined;
  const { mode, size, linkTarget } = stat;
  if (typeof mode !== 'number' || typeof size !== 'number') return undefined;
  const type = typeOf(mode);
  return {
    type,
    mode: specialBits.reduce((bits, [go, unix]) => bits | ((mode & go) === 0 ? 0 : unix), mode & 0o777),
    size,
    // Podman names the path itself here where there is no link.
    ...(type === 'symlink' && typeof linkTarget === 'string' && linkTarget !== '' && { linkTarget }),
  };
}

function typeOf(mode: number): FileFact['type'] {
  if ((mode & goDirectory) !== 0) return 'directory';
  if ((mode & goSymlink) !== 0) return 'symlink';
  return (mode & goOther) === 0 ? 'file' : 'other';
}

function parseJson(text: string) {
  try {
    return JSON.parse(text) as Parameters<typeof isJsonObject>[0]; // what JSON.parse gives is JSON
  } catch {
    return undefined; // the caller says what that means
  }
}
