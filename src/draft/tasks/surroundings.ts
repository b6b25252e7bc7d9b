import type { Json } from '../../text/json';
import type { Seen } from '../host';
import type { Note } from '../statement';

/** Assertions of one kind, and what has to be said of them. */
interface Part {
  readonly asserts: Readonly<Record<string, Json>>;
  readonly names: readonly string[];
  readonly notes: readonly Note[];
}

const maxNames = 20;

/** Variables that the image does not have, or has with another value. Only their names: values may be passwords. */
export function environmentOf({ inspect, imageConfig }: Seen): Part {
  const own = new Set(imageConfig.Env ?? []);
  const names = (inspect.Config?.Env ?? [])
    .filter((line) => !own.has(line))
    .map((line) => line.split('=', 1)[0] ?? '')
    .filter((name) => /^[A-Za-z_][A-Za-z0-9_.]{0,99}$/.test(name) && name !== '__proto__');
  const kept = [...new Set(names)].slice(0, maxNames);
  const env = Object.fromEntries(kept.map((name) => [name, { exists: true }]));
  return { asserts: kept.length > 0 ? { env } : {}, names: kept, notes: ['env-values'] };
}

/** Volumes by their name; folders of this host and volumes without a name only by where they are mounted. */
export function mountsOf({ inspect, imageConfig }: Seen): Part {
  const ofImage = Object.keys(imageConfig.Volumes ?? {});
  const mounts = (inspect.Mounts ?? []).slice(0, maxNames).flatMap((mount) => {
    const { Type: type, Name: name = '', Destination: path = '' } = mount;
    const isNamed = type === 'volume' && name !== '' && !/^[0-9a-f]{64}$/.test(name);
    if (path === '' || path === '__proto__' || (!isNamed && ofImage.includes(path))) return [];
    return [{ path, type, readOnly: mount.RW === false, expected: isNamed ? name : { exists: true } }];
  });
  const readOnly = mounts.filter((mount) => mount.readOnly).map(({ path }) => path);
  return {
    asserts: {
      ...(mounts.length > 0 && {
        mounts: Object.fromEntries(mounts.map(({ path, expected }) => [path, expected])),
      }),
      ...(readOnly.length > 0 && { 'read-only-mounts': readOnly }),
    },
    names: mounts.map(({ path }) => path),
    notes: mounts.some(({ type }) => type === 'bind') ? ['own-path'] : [],
  };
}

const usual: readonly string[] = ['bridge', 'podman', 'host', 'none'];

/** Networks that somebody made; not the one that Compose makes up for a folder. */
export function networksOf({ inspect }: Seen): Part {
  const project = inspect.Config?.Labels?.['com.docker.compose.project'];
  const names = Object.keys(inspect.NetworkSettings?.Networks ?? {})
    .filter((name) => name !== '' && !usual.includes(name) && name !== `${project ?? ''}_default`)
    .slice(0, maxNames);
  return { asserts: names.length > 0 ? { networks: names } : {}, names, notes: [] };
}
