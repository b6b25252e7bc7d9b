import type { EndpointOrigin } from '../../evidence/fault-engine';

/** Certificates as the files hold them (PEM). Absent `ca`: the system's own authorities. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** False: any server certificate will do, as `DOCKER_TLS` without `DOCKER_TLS_VERIFY` and a context's `SkipTLSVerify` say. */
  readonly verify: boolean;
  /** The name to ask for and to check, if not the host. */
  readonly serverName?: string;
  /** Folder that they came from, for messages. */
  readonly folder?: string;
}

/** How to connect. */
export type Transport =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'npipe'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly prefix: string;
      readonly tls?: TlsMaterial;
    }
  | {
      readonly kind: 'ssh';
      readonly host: string;
      readonly port?: number;
      readonly user?: string;
      readonly socket?: string;
    };

/** Why this engine was chosen; `name` is the well-known socket's or the context's. */
export interface EndpointSource {
  readonly origin: EndpointOrigin;
  readonly context?: string;
  /** For `default`: whose socket it is. */
  readonly wellKnown?: 'docker' | 'docker-rootless' | 'docker-desktop' | 'podman' | 'podman-root';
}

export interface Endpoint {
  /** As DOCKER_HOST would name it; never holds credentials. */
  readonly url: string;
  readonly transport: Transport;
  readonly source: EndpointSource;
  /** Host on which this engine's published ports are reached from here. */
  readonly portsAt: string;
}
