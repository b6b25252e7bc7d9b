import type { ContainerInspect } from '../../../evidence/docker';
import { isJsonObject, type Json, type JsonObject } from '../../../text/json';
import { setPath } from '../set-path';
import type { Write, Writers } from '../write-values';

type Of = Write<ContainerInspect>;

const at =
  (path: string, convert: (value: Json | undefined) => Json | undefined = (value) => value): Of =>
  (inspect, value) =>
    setPath(inspect, path, convert(value));

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
const mapOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const keyed = (of: Json) => (value: Json | undefined) =>
  Object.fromEntries(listOf(value).map((key) => [String(key), of]));
const environment = (value: Json | undefined): Json =>
  Object.entries(mapOf(value)).map(([name, text]) => `${name}=${String(text)}`);

/** The place in `docker inspect` from which each attribute is read. How it is, its image and its ports have generators of their own. */
export const containerWriters: Writers<ContainerInspect> = {
  name: at('Name', (value) => `/${String(value ?? '')}`),
  id: at('Id', (value) => String(value ?? '')),
  hostname: at('Config.Hostname'),
  labels: at('Config.Labels'),
  'image-id': at('Image'),
  tty: at('Config.Tty'),
  stdin: at('Config.OpenStdin'),
  command: at('Config.Cmd'),
  entrypoint: at('Config.Entrypoint'),
  'main-process': at('Path'),
  env: at('Config.Env', environment),
  user: at('Config.User'),
  workdir: at('Config.WorkingDir'),
  'stop-signal': at('Config.StopSignal'),
  init: at('HostConfig.Init'),
  health: at('State.Health', (value) => (value === 'none' || value === undefined ? null : { Status: value })),
  'health-check': at('Config.Healthcheck.Test'),
  'crash-looping': (inspect, value) =>
    value === true
      ? {
          ...inspect,
          RestartCount: 5,
          HostConfig: { ...inspect.HostConfig, RestartPolicy: { Name: 'always' } },
          State: { ...inspect.State, Restarting: true },
        }
      : { ...inspect, RestartCount: 0, State: { ...inspect.State, Restarting: false } },
  'restart-count': at('RestartCount'),
  'oom-killed': at('State.OOMKilled'),
  'exposed-ports': at('Config.ExposedPorts', keyed({})),
  networks: at('NetworkSettings.Networks', keyed({})),
  'network-mode': at('HostConfig.NetworkMode'),
  'ip-addresses': at('NetworkSettings.Networks', (value) =>
    Object.fromEntries(Object.entries(mapOf(value)).map(([network, IPAddress]) => [network, { IPAddress }])),
  ),
  aliases: at('NetworkSettings.Networks', (value) => ({ bridge: { Aliases: listOf(value) } })),
  'extra-hosts': at('HostConfig.ExtraHosts'),
  dns: at('HostConfig.Dns'),
  'restart-policy': at('HostConfig.RestartPolicy.Name'),
  'restart-retries': at('HostConfig.RestartPolicy.MaximumRetryCount'),
  memory: at('HostConfig.Memory'),
  cpus: at('HostConfig.NanoCpus', (value) => Number(value ?? 0) * 1e9),
  'pids-limit': at('HostConfig.PidsLimit'),
  privileged: at('HostConfig.Privileged'),
  'read-only': at('HostConfig.ReadonlyRootfs'),
  'cap-add': at('HostConfig.CapAdd'),
  'cap-drop': at('HostConfig.CapDrop'),
  'auto-remove': at('HostConfig.AutoRemove'),
  'security-opt': at('HostConfig.SecurityOpt'),
  devices: at('HostConfig.Devices', (value) => listOf(value).map((PathOnHost) => ({ PathOnHost }))),
  mounts: at('Mounts', (value) =>
    Object.entries(mapOf(value)).map(([Destination, Name]) => ({
      Destination,
      Name: String(Name),
      RW: true,
    })),
  ),
  'read-only-mounts': at('Mounts', (value) =>
    listOf(value).map((Destination) => ({ Destination, RW: false })),
  ),
  'log-driver': at('HostConfig.LogConfig.Type'),
  inspect: writePaths,
};

/** A document of paths: each written where it leads; what it no longer names is taken away by the caller's value. */
export function writePaths<T extends object>(document: T, value: Json | undefined): T {
  return Object.entries(mapOf(value)).reduce((so, [path, one]) => setPath(so, path, one), document);
}
