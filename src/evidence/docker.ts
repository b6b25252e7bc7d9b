/**
 * The parts of the Engine API's answers that Vigie reads, as all engines give them (Docker 20.10 to 29, Podman 4 and 5).
 * Every field may be missing on some engine; the raw document is kept whole beside them, so `inspect:` can reach the rest.
 */
export interface PortBinding {
  readonly HostIp?: string;
  readonly HostPort?: string;
}
export type PortMap = Readonly<Record<string, readonly PortBinding[] | null>>;

export interface ContainerState {
  readonly Status?: string;
  readonly Running?: boolean;
  readonly Paused?: boolean;
  readonly Restarting?: boolean;
  readonly OOMKilled?: boolean;
  readonly Dead?: boolean;
  readonly Pid?: number;
  readonly ExitCode?: number;
  readonly Error?: string;
  readonly StartedAt?: string;
  readonly FinishedAt?: string;
  readonly Health?: {
    readonly Status?: string;
    readonly FailingStreak?: number;
    readonly Log?: readonly { readonly ExitCode?: number; readonly Output?: string }[] | null;
  } | null;
}

export interface Mount {
  readonly Type?: string;
  readonly Name?: string;
  readonly Source?: string;
  readonly Destination?: string;
  readonly Mode?: string;
  readonly RW?: boolean;
}

export interface ContainerConfig {
  readonly Hostname?: string;
  readonly User?: string;
  readonly Tty?: boolean;
  readonly OpenStdin?: boolean;
  readonly Env?: readonly string[] | null;
  readonly Cmd?: readonly string[] | string | null;
  readonly Entrypoint?: readonly string[] | string | null;
  readonly Image?: string;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null;
  readonly Volumes?: Readonly<Record<string, unknown>> | null;
  readonly Healthcheck?: { readonly Test?: readonly string[] } | null;
  readonly StopSignal?: string;
}

export interface HostConfig {
  readonly NetworkMode?: string;
  readonly PortBindings?: PortMap | null;
  readonly PublishAllPorts?: boolean;
  readonly RestartPolicy?: { readonly Name?: string; readonly MaximumRetryCount?: number };
  readonly AutoRemove?: boolean;
  readonly Privileged?: boolean;
  readonly ReadonlyRootfs?: boolean;
  readonly Memory?: number;
  readonly NanoCpus?: number;
  readonly CpuQuota?: number;
  readonly CpuPeriod?: number;
  readonly PidsLimit?: number | null;
  readonly CapAdd?: readonly string[] | null;
  readonly CapDrop?: readonly string[] | null;
  readonly Binds?: readonly string[] | null;
  /** `--tmpfs`: path to options; those of `--mount` are among the mounts. */
  readonly Tmpfs?: Readonly<Record<string, string>> | null;
  readonly LogConfig?: { readonly Type?: string };
  readonly SecurityOpt?: readonly string[] | null;
  readonly Devices?: readonly { readonly PathOnHost?: string; readonly PathInContainer?: string }[] | null;
  readonly ExtraHosts?: readonly string[] | null;
  readonly Dns?: readonly string[] | null;
  readonly Init?: boolean | null;
}

export interface ContainerInspect {
  readonly Id: string;
  readonly Name?: string;
  readonly Created?: string;
  readonly Path?: string;
  readonly Args?: readonly string[] | null;
  /** Id of the image that it was made from. */
  readonly Image?: string;
  readonly State?: ContainerState;
  readonly RestartCount?: number;
  readonly Config?: ContainerConfig;
  readonly HostConfig?: HostConfig;
  readonly Mounts?: readonly Mount[] | null;
  readonly NetworkSettings?: {
    readonly Ports?: PortMap | null;
    readonly Networks?: Readonly<
      Record<
        string,
        {
          readonly IPAddress?: string;
          readonly NetworkID?: string;
          readonly Aliases?: readonly string[] | null;
        }
      >
    > | null;
  };
}

/** A row of `GET /containers/json?all=1`. */
export interface ContainerSummary {
  readonly Id: string;
  readonly Names?: readonly string[] | null;
  readonly Image?: string;
  readonly ImageID?: string;
  readonly Command?: string;
  readonly Created?: number;
  readonly State?: string;
  readonly Status?: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Ports?:
    | readonly {
        readonly IP?: string;
        readonly PrivatePort?: number;
        readonly PublicPort?: number;
        readonly Type?: string;
      }[]
    | null;
  readonly HostConfig?: { readonly NetworkMode?: string };
  readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, unknown>> | null };
}

export interface ImageInspect {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Parent?: string;
  readonly Comment?: string;
  readonly Created?: string;
  readonly Author?: string;
  readonly Config?: ContainerConfig | null;
  /** Docker up to 25 and Podman up to 5.4: the container that the last step of its build ran in. */
  readonly ContainerConfig?: ContainerConfig | null;
  readonly Architecture?: string;
  readonly Variant?: string;
  readonly Os?: string;
  readonly Size?: number;
  readonly RootFS?: { readonly Type?: string; readonly Layers?: readonly string[] | null };
  readonly Metadata?: { readonly LastTagTime?: string };
  /** Only with the containerd image store. */
  readonly Descriptor?: {
    readonly mediaType?: string;
    readonly digest?: string;
    readonly size?: number;
  } | null;
}

/** A row of `GET /images/json`. */
export interface ImageSummary {
  readonly Id: string;
  readonly ParentId?: string;
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
  readonly Created?: number;
  readonly Size?: number;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

/** One message of `GET /events`; `time` in seconds, `timeNano` as text since it does not fit a number. */
export interface EngineEvent {
  readonly type: string;
  /** `top`, `attach`, `exec_create: sh -c …`: exec actions carry the command. */
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly time: number;
  readonly timeNano: string;
}
