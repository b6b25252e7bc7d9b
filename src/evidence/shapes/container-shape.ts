import {
  anything,
  date,
  filled,
  flag,
  list,
  map,
  natural,
  object,
  orNull,
  text,
  whole,
  type Schema,
} from './schema';

const texts = list(text);
const textOrTexts: Schema = { type: ['string', 'array', 'null'], items: text };
const portMap = orNull(map(orNull(list(object({ HostIp: text, HostPort: text })))));

export const configShape = object({
  Hostname: text,
  User: text,
  Tty: flag,
  OpenStdin: flag,
  Env: orNull(texts),
  Cmd: textOrTexts,
  Entrypoint: textOrTexts,
  Image: text,
  WorkingDir: text,
  Labels: orNull(map(text)),
  ExposedPorts: orNull(map(anything)),
  Volumes: orNull(map(anything)),
  Healthcheck: orNull(object({ Test: orNull(texts) })),
  StopSignal: text,
});

const healthShape = object({
  Status: text,
  FailingStreak: natural,
  Log: orNull(list(object({ ExitCode: whole, Output: text }))),
});

const stateShape = object(
  {
    Status: text,
    Running: flag,
    Paused: flag,
    Restarting: flag,
    OOMKilled: flag,
    Dead: flag,
    Pid: natural,
    ExitCode: whole,
    Error: text,
    StartedAt: date,
    FinishedAt: date,
    Health: orNull(healthShape),
  },
  ...['Status', 'Running', 'Paused', 'Restarting', 'OOMKilled', 'ExitCode', 'Error', 'StartedAt'],
  'FinishedAt',
);

const hostConfigShape = object(
  {
    NetworkMode: text,
    PortBindings: portMap,
    PublishAllPorts: flag,
    RestartPolicy: object({ Name: text, MaximumRetryCount: natural }),
    AutoRemove: flag,
    Privileged: flag,
    ReadonlyRootfs: flag,
    Memory: whole,
    NanoCpus: whole,
    CpuQuota: whole,
    CpuPeriod: whole,
    PidsLimit: orNull(whole),
    CapAdd: orNull(texts),
    CapDrop: orNull(texts),
    Binds: orNull(texts),
    LogConfig: object({ Type: text, Config: orNull(map(text)) }),
    SecurityOpt: orNull(texts),
    Devices: orNull(list(object({ PathOnHost: text, PathInContainer: text }))),
    ExtraHosts: orNull(texts),
    Dns: orNull(texts),
    Init: orNull(flag),
  },
  ...['NetworkMode', 'PortBindings', 'PublishAllPorts', 'RestartPolicy', 'AutoRemove', 'Privileged'],
  ...['ReadonlyRootfs', 'Memory', 'NanoCpus', 'PidsLimit', 'CapAdd', 'CapDrop', 'Binds', 'LogConfig'],
);

const mountShape = object({
  Type: text,
  Name: text,
  Source: text,
  Destination: text,
  Mode: text,
  RW: flag,
});

const networkShape = object({ IPAddress: text, NetworkID: text, Aliases: orNull(texts) });

/** What every engine's inspect of a container holds (Docker 20.10 to 28.5, Podman 4.3 to 5.8: all of this is in all of their answers). */
export const containerShape = object(
  {
    Id: filled,
    Name: { type: 'string', pattern: '^/?[a-zA-Z0-9]' },
    Created: date,
    Path: text,
    Args: orNull(texts),
    Image: filled,
    State: stateShape,
    RestartCount: natural,
    Config: { ...configShape, required: ['Tty', 'OpenStdin', 'Env', 'Cmd', 'Image', 'User', 'WorkingDir'] },
    HostConfig: hostConfigShape,
    Mounts: orNull(list(mountShape)),
    NetworkSettings: object(
      { Ports: portMap, Networks: orNull(map(networkShape)) },
      ...['Ports', 'Networks'],
    ),
  },
  ...['Id', 'Name', 'Created', 'Path', 'Args', 'Image', 'State', 'RestartCount', 'Config', 'HostConfig'],
  ...['Mounts', 'NetworkSettings'],
);

/** A row of `GET /containers/json`. */
export const containerRowShape = object(
  {
    Id: filled,
    Names: orNull(texts),
    Image: text,
    ImageID: text,
    Command: text,
    Created: natural,
    State: text,
    Status: text,
    Labels: orNull(map(text)),
    Ports: orNull(list(object({ IP: text, PrivatePort: natural, PublicPort: natural, Type: text }))),
    HostConfig: object({ NetworkMode: text }),
    NetworkSettings: orNull(object({ Networks: orNull(map(anything)) })),
  },
  ...['Id', 'Names', 'Image', 'Created', 'State', 'Status'],
);
