import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { fault, type Fault } from '../../evidence/fault';
import { isJsonObject, type Json } from '../../text/json';
import type { World } from './world';

/** What a context says of its docker endpoint. */
export interface Context {
  readonly name: string;
  /** Empty: the default socket. */
  readonly host: string;
  readonly skipTlsVerify: boolean;
  /** Where its certificates are, if it has any. */
  readonly tlsFolder: string;
}

/** `$DOCKER_CONFIG`, else `~/.docker`: holds config.json, the contexts, and certificates by default. */
export const configFolder = (world: World): string =>
  world.env['DOCKER_CONFIG'] || posix.join(world.homedir, '.docker');

/** The context that `docker context use` chose. As in the docker CLI, a config.json that cannot be read chooses none. */
export function currentContext(world: World): string | undefined {
  const config = readJson(world, posix.join(configFolder(world), 'config.json'));
  if ('problem' in config || !isJsonObject(config.json)) return undefined;
  const name = config.json['currentContext'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** A context by its name; `undefined` when there is none. Layout of docker/cli `cli/context/store`. */
export function readContext(world: World, name: string): Context | Fault | undefined {
  const id = createHash('sha256').update(name).digest('hex');
  const store = posix.join(configFolder(world), 'contexts');
  return readMeta(world, {
    name,
    file: posix.join(store, 'meta', id, 'meta.json'),
    tls: posix.join(store, 'tls', id, 'docker'),
  });
}

function readMeta(
  world: World,
  at: { name: string; file: string; tls: string },
): Context | Fault | undefined {
  const meta = readJson(world, at.file);
  if ('problem' in meta) {
    if (meta.detail === 'ENOENT') return undefined;
    return fault('engine.context-broken', { context: at.name, file: at.file, ...meta });
  }
  const endpoints = isJsonObject(meta.json) ? meta.json['Endpoints'] : undefined;
  const docker = isJsonObject(endpoints) ? endpoints['docker'] : undefined;
  if (!isJsonObject(docker)) {
    return fault('engine.context-broken', {
      context: at.name,
      file: at.file,
      problem: 'no-docker-endpoint',
      detail: '',
    });
  }
  const host = docker['Host'];
  return {
    name: at.name,
    host: typeof host === 'string' ? host : '',
    skipTlsVerify: docker['SkipTLSVerify'] === true,
    tlsFolder: at.tls,
  };
}

/** Names of all contexts, sorted; `default`, which is no file, is not among them. */
export function contextNames(world: World): readonly string[] {
  const folder = posix.join(configFolder(world), 'contexts', 'meta');
  const names = world.list(folder).map((id) => {
    const meta = readJson(world, posix.join(folder, id, 'meta.json'));
    const name = 'json' in meta && isJsonObject(meta.json) ? meta.json['Name'] : undefined;
    return typeof name === 'string' ? name : '';
  });
  return names.filter((name) => name !== '').sort();
}

type Read =
  { readonly json: Json } | { readonly problem: 'unreadable' | 'not-json'; readonly detail: string };

function readJson(world: World, file: string): Read {
  const read = world.readFile(file);
  if ('code' in read) return { problem: 'unreadable', detail: read.code };
  try {
    return { json: JSON.parse(read.text) as Json }; // what JSON.parse gives is JSON
  } catch (error) {
    return { problem: 'not-json', detail: String(error) };
  }
}
