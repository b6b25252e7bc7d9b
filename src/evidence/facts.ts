import type { ContainerInspect, ContainerSummary, EngineEvent, ImageInspect, ImageSummary } from './docker';
import type { Fault } from './fault';
import type { FactName } from './request';
import type { Language } from '../text/language';

/** What each request is answered with. `null` says: looked for, and not there. */
export interface FactValues {
  engine: EngineFact;
  containers: readonly ContainerSummary[];
  images: readonly ImageSummary[];
  container: ContainerInspect | null;
  candidates: readonly ContainerInspect[];
  image: ImageFact | null;
  registry: RegistryFact | null;
  content: ContentFact | null;
  'made-from': MadeFromFact | null;
  top: TopFact | null;
  exec: ExecFact | null;
  file: FileFact | null;
  packages: PackagesFact | null;
  http: HttpFact | null;
  port: PortFact | null;
  logs: LogsFact | null;
  events: EventsFact;
  answer: AnswerFact;
  jest: JestFact;
}
export type { FactName } from './request';
export type FactValue<N extends FactName> = FactValues[N];

export interface EngineFact {
  readonly flavour: 'docker' | 'podman';
  /** Which image store answers: what an image's Id is depends on it. */
  readonly store: 'classic' | 'containerd' | 'podman';
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly apiVersion: string;
  readonly minApiVersion?: string;
  readonly os: string;
  readonly arch: string;
  readonly kernel?: string;
  readonly operatingSystem?: string;
  readonly storageDriver?: string;
  readonly cgroupVersion?: string;
  readonly rootless?: boolean;
  /** Hosts (with their ports) that it asks in Docker Hub's place: their word is what `verified` rests on. Absent without any. */
  readonly mirrors?: readonly string[];
}

export interface ImageFact {
  readonly inspect: ImageInspect;
  /** Newest first, as `docker history` lists it; `CreatedBy` capped. */
  readonly history: readonly {
    readonly createdBy: string;
    readonly comment: string;
    readonly tags: readonly string[];
  }[];
}

export interface RegistryFact {
  /** `false`: there was nothing to ask about, or the lab vouches for a local digest; the rest is then empty. */
  readonly asked: boolean;
  /** Local digests that the registry serves under this very repository. */
  readonly confirmed: readonly string[];
  /** What the registry serves for the tag at this moment: it moves with each update. `null`: it does not know the tag. */
  readonly current?: string | null;
  /** Where the tag is served with another digest: other local tags of this image for which the registry serves a local digest. */
  readonly servedAs: readonly string[];
}

/** What a container runs, whatever is called by that name now. */
export interface MadeFromFact {
  /** Id of the image, as the container gives it. */
  readonly id: string;
  /** `null`: that image has been removed since. */
  readonly image: ImageFact | null;
  /** What the registry says of this image under the name asked for; it keeps a fault of its own, since the rest may be enough. */
  readonly registry: { readonly value: RegistryFact } | { readonly fault: Fault };
}

export interface ContentFact {
  readonly intact: boolean;
  readonly layers: number;
  /** What does not match: `config` or a layer's digest. */
  readonly broken: readonly string[];
}

export interface TopFact {
  readonly titles: readonly string[];
  readonly processes: readonly (readonly string[])[];
}

export interface ExecFact {
  /** `null`: it still ran when the deadline had passed, or after the output was cut. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Output went on after the cap. */
  readonly truncated: boolean;
}

export interface FileFact {
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
  /** Permission bits with set-user-ID, set-group-ID and sticky; no type. */
  readonly mode: number;
  /** Only if a check asked for the owner or the content. */
  readonly uid?: number;
  readonly gid?: number;
  readonly size: number;
  /** It is a symbolic link, and this is where it led. `type` is then that of what it led to; `symlink` if it leads nowhere. */
  readonly target?: string;
  /** Only if a check asked for it, and it is text; capped. */
  readonly content?: string;
  readonly truncated?: boolean;
  readonly binary?: boolean;
}

export interface PackagesFact {
  /** `none`: no package database was found in the container. */
  readonly manager: 'dpkg' | 'apk' | 'rpm' | 'none';
  /** Versions of the packages asked for; those not installed are missing. */
  readonly installed: Readonly<Record<string, string>>;
  /** Those asked for that the database knows and that cannot be used: removed, or not set up to the end. */
  readonly unfinished: Readonly<Record<string, 'removed' | 'half-installed'>>;
  /** Installed packages that are named like one asked for (`nginx-common`, `python3-minimal`) or provide it; capped. */
  readonly related: readonly string[];
  /** Installed packages, all of them. */
  readonly count: number;
  /** `apt update` was run, as far as its traces tell; only looked for if a package is missing. */
  readonly indexFetched?: boolean;
}

/**
 * Why there is no way from here to a container's port. `loopback-only`: published on the engine's own 127.0.0.1, and the engine is on
 * another machine. `detached`: a publication was asked for, and the container has been taken off its network.
 */
export type NoWay = 'not-running' | 'paused' | 'unpublished' | 'loopback-only' | 'detached';

export interface HttpFact {
  /** Where the request went; absent when there was no way to ask. */
  readonly url?: string;
  /**
   * A `NoWay`: nothing was asked of the container. `refused`: nobody listens on the host's port. `reset`: something accepted, and closed
   * without a word; that is how Docker's proxy behaves when nobody listens inside. `invalid`: what answers does not speak HTTP(S).
   */
  readonly outcome: 'answered' | NoWay | 'refused' | 'timeout' | 'reset' | 'invalid' | 'unreachable';
  readonly status?: number;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Not all headers were kept, or not all of them came. */
  readonly headersTruncated?: true;
  readonly body?: string;
  /** The body went on after the cap, or broke off. */
  readonly truncated?: boolean;
  /** What shows that the answer comes from this container and from nothing else on the host. */
  readonly origin?: OriginProof;
  /** What answers on the host's port where the container was expected, although the container does not publish it. */
  readonly elsewhere?: {
    readonly url: string;
    readonly port: number;
    readonly status: number;
    readonly server?: string;
  };
}

/**
 * `same-answer`: the engine published this port for this container, and the container itself, asked again on its own address because a check
 * wants it, gives the same answer. `engine-publication`: the engine says that it published this port of the host for this container, which runs,
 * and the port answered. `none`: nothing shows it (a container on the host's own network).
 */
export interface OriginProof {
  readonly verdict: 'container' | 'unknown';
  readonly by: 'same-answer' | 'engine-publication' | 'none';
}

export interface PortFact {
  /** Where it was tried; absent when there was no way. */
  readonly address?: string;
  /**
   * `open`: it accepted, and stayed open or spoke. `closed`: it accepted and closed at once, which is how Docker's proxy behaves when nobody
   * listens inside. `unproven`: UDP answers nobody who connects; the engine says that it is published.
   */
  readonly outcome: 'open' | NoWay | 'refused' | 'timeout' | 'closed' | 'unproven' | 'unreachable';
}

export type LogStream = 'output' | 'stdout' | 'stderr';

/** What a lab looks for in a text, looked for where the text was read. What is not named was not looked for. */
export interface Searched {
  /** Whether each is in what was read. */
  readonly found: Readonly<Record<string, boolean>>;
  /** Of this stream all is kept. */
  readonly whole?: true;
  /** In characters. Absent: not all was read, so that only what was found is known. */
  readonly size?: number;
}

export interface LogsFact {
  /** The container has a terminal: `stdout` is then the whole session, control sequences and echo included, and `stderr` empty. */
  readonly tty: boolean;
  /** Oldest first, capped by dropping the middle. */
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  /** What is left out is output between two prompts: all that was typed at them is there. */
  readonly omitted?: 'output';
  /** What was looked for in more than is kept here, by stream; absent where all of all streams is kept. */
  readonly searched?: Readonly<Partial<Record<LogStream, Searched>>>;
  /** The log driver may have thrown away the beginning. */
  readonly startLost?: boolean;
  /** The log driver keeps nothing that can be read. */
  readonly unreadable?: boolean;
}

export interface RecordedEvent extends EngineEvent {
  /** Caused by Vigie's own reading, not by the student. */
  readonly own: boolean;
  /** A reading of Vigie's was broken off at that time: this may be its doing, or somebody's. */
  readonly unsure?: true;
}

export interface EventsFact {
  /** Oldest first: the engine's own memory and what `watch` recorded, merged. */
  readonly events: readonly RecordedEvent[];
  /** Since when nothing is missing, in seconds with fractions; `null` when that is not known. */
  readonly completeSince: number | null;
  /** The engine's memory is full: it has forgotten older events. */
  readonly full?: boolean;
  /** Seconds since the epoch, on the engine's clock where it tells. */
  readonly readAt: number;
}

/** What the student wrote. */
export interface AnswerFact {
  /** The answers file, as shown to people. */
  readonly file: string;
  /** As typed, capped; `null`: there is no answer yet. */
  readonly text: string | null;
  /** The file cannot be read, or not this answer in it. */
  readonly problem?: AnswerProblem;
}

export interface AnswerProblem {
  /** `entry`: what stands there is a list or a mapping, not a text. */
  readonly kind:
    | 'unreadable'
    | 'too-large'
    | 'binary'
    | 'line'
    | 'syntax'
    | 'not-a-mapping'
    | 'duplicate'
    | 'alias'
    | 'entry';
  /** With `line`: what is wrong with it. */
  readonly mistake?: LineMistake;
  /** Both count from 1. */
  readonly line?: number;
  readonly column?: number;
  /** What the system says, the code that the YAML reader has for it, or the line itself. */
  readonly detail?: string;
}

/** What beginners write into an answers file that no YAML reader takes. */
export type LineMistake =
  'no-space' | 'tab' | 'indent' | 'quotes' | 'sign' | 'colon' | 'equals-sign' | 'no-key';

export interface JestFact {
  readonly outcome: 'passed' | 'failed' | 'crashed';
  /** What the test said, in the language of the run that took the evidence or of the test's author. */
  readonly message?: string;
  /** The same in the languages in which it is known: evidence is read in other ones than it was taken in. */
  readonly texts?: Readonly<Partial<Record<Language, string>>>;
}
