/** Why a port is not published as asked; ports are as one types them, with `/udp` where it is not TCP. `ask`: what `-p` has to say. */
export interface ContainerPorts {
  'container.other-host-port': {
    readonly container: string;
    readonly host: string;
    readonly seen: string;
    readonly ask: string;
  };
  'container.random-host-port': {
    readonly container: string;
    readonly host: string;
    readonly seen?: string;
    readonly ask: string;
  };
  'container.other-container-port': {
    readonly container: string;
    readonly host: string;
    readonly seen: string;
    readonly ask: string;
  };
  'container.ports-swapped': { readonly seen: string; readonly ask: string };
  'container.both-ports-differ': { readonly seen: string; readonly ask: string; readonly container: string };
  'container.other-protocol': { readonly seen: string; readonly wanted: string; readonly ask: string };
  'container.loopback-only': { readonly address: string; readonly ask: string };
  'container.one-address-only': { readonly address: string; readonly ask: string };
  'container.ipv6-only': { readonly ask: string };
  /** Open to everybody where one address was asked for. */
  'container.every-address': { readonly address: string; readonly ask: string };
  /** `EXPOSE` or `--expose` publishes nothing. */
  'container.exposed-only': { readonly container: string; readonly ask: string };
  'container.not-published': { readonly container: string; readonly ask: string };
  'container.host-network': { readonly ask: string };
  'container.no-network': { readonly ask: string };
  /** `--network container:…`: the other one's ports are its own. */
  'container.shared-network': { readonly ask: string };
  /** `-p` asked for it, and it leads nowhere. `networks`: those that it is attached to. */
  'container.port-not-in-force': {
    readonly name: string;
    readonly asked: string;
    readonly networks: readonly string[];
  };
  /** `-P`, and the image declares no port. */
  'container.publish-all-of-none': { readonly container: string; readonly ask: string };
  'container.disconnected': { readonly name: string; readonly network: string };
  'container.extra-port': { readonly seen: string };
}
