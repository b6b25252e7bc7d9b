/** What `port` checks say. `port` as one types it, with `/udp` where it is not TCP. */
export interface PortMessages {
  /** The host's own port: nobody listens. */
  'port.closed': { readonly port: string };
  /** The container's port is published, and nobody listens inside. `address`: where it was tried. */
  'port.nobody-listens': { readonly name: string; readonly port: string; readonly address: string };
  'port.timeout': { readonly port: string; readonly address: string };
}
