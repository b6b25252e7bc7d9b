/** What `http` checks say; `name` is the container's, `port` is inside of it, `url` is where it was asked. */
export interface HttpMessages {
  /** Something answers at the host's port, and it is not this container. `holder`: the container that has the port. */
  'http.other-answers': {
    readonly name: string;
    readonly hostPort: number;
    readonly why: 'not-running' | 'paused' | 'unpublished' | 'detached';
    readonly holder?: string;
    readonly server?: string;
    /** What the lab asks for is installed in the container itself. */
    readonly installed?: true;
  };
  'http.nobody-listens': { readonly name: string; readonly port: number; readonly url: string };
  /** The processes are known, and no web server is among them. */
  'http.server-not-started': { readonly name: string; readonly port: number };
  'http.listens-elsewhere': { readonly name: string; readonly port: number; readonly server: string };
  'http.timeout': { readonly name: string; readonly url: string };
  /** Something answers, in another language than the one asked for. */
  'http.not-http': { readonly url: string; readonly scheme: string };
  'http.not-found': { readonly url: string };
  'http.forbidden': { readonly url: string };
  'http.bad-gateway': { readonly url: string; readonly status: number };
  'http.server-error': { readonly url: string; readonly status: number };
  'http.unauthorized': { readonly url: string };
  'http.redirects': { readonly url: string; readonly status: number; readonly location: string };
  'http.other-status': { readonly url: string; readonly status: number };
  'http.other-server': { readonly url: string; readonly server: string };
  'http.default-page': { readonly url: string; readonly server: string };
  'http.empty-body': { readonly url: string };
  'http.header-missing': { readonly url: string; readonly header: string };
}
