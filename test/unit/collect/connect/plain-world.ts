import { createHash } from 'node:crypto';
import type { Stat, World } from '../../../../src/collect/connect/world';

interface PlainWorld extends Partial<Pick<World, 'env' | 'platform' | 'uid' | 'groups'>> {
  readonly files?: Readonly<Record<string, string>>;
  readonly sockets?: Readonly<Record<string, { uid?: number; gid?: number; mode?: number }>>;
  /** Paths that may not even be looked at. */
  readonly forbidden?: readonly string[];
}

/** A machine made of plain objects: Linux, user 1000, home /home/ana. */
export function plainWorld({ files = {}, sockets = {}, forbidden = [], ...rest }: PlainWorld = {}): World {
  const stat = (path: string): Stat => {
    if (forbidden.includes(path)) return { code: 'EACCES' };
    const owner = { uid: 0, gid: 0, mode: 0o755 };
    const socket = sockets[path];
    if (socket) return { type: 'socket', ...owner, ...socket };
    return files[path] === undefined ? { code: 'ENOENT' } : { type: 'file', ...owner };
  };
  return {
    env: {},
    homedir: '/home/ana',
    platform: 'linux',
    uid: 1000,
    groups: [1000],
    ...rest,
    stat,
    readFile: (path) => {
      if (forbidden.includes(path)) return { code: 'EACCES' };
      const text = files[path];
      return text === undefined ? { code: 'ENOENT' } : { text };
    },
    list: (folder) => {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
    },
  };
}

/** The files of a context as `docker context create` writes them. */
export function contextFiles(
  name: string,
  docker: object | undefined,
  tls: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const id = createHash('sha256').update(name).digest('hex');
  const store = '/home/ana/.docker/contexts';
  return {
    [`${store}/meta/${id}/meta.json`]: JSON.stringify({
      Name: name,
      Metadata: {},
      Endpoints: docker ? { docker } : {},
    }),
    ...Object.fromEntries(
      Object.entries(tls).map(([file, text]) => [`${store}/tls/${id}/docker/${file}`, text]),
    ),
  };
}
