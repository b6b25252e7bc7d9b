import type { Json } from '../text/json';

/** Among the names of environment variables: the names of all others, too, without their values. */
export const allNames = '*';

/** What can be asked of the host. Each is a plain value, so that a plan can be printed, and equal ones are asked once. */
export type Request =
  | { readonly fact: 'engine' }
  | { readonly fact: 'containers' }
  | { readonly fact: 'images' }
  /** `env`: names of the environment variables whose values a check needs; all others are left out of the evidence. */
  | { readonly fact: 'container'; readonly name: string; readonly env?: readonly string[] | 'all' }
  /** Containers that may be meant, if none is called `name`: inspected, the newest first, at most three. */
  | { readonly fact: 'candidates'; readonly name: string }
  | { readonly fact: 'image'; readonly reference: string; readonly env?: readonly string[] | 'all' }
  /**
   * Does the registry serve this image's digest under this name? `known`: digests that the lab vouches for; a registry is not asked
   * about an image that has one of them.
   */
  | { readonly fact: 'registry'; readonly reference: string; readonly known?: readonly string[] }
  /**
   * The image that this container was made from, and whether the registry serves it as `image`. `known` as above. `served`: the lab does not say
   * whose name `image` is, so the registry is asked whether it serves that name at all.
   */
  | {
      readonly fact: 'made-from';
      readonly container: string;
      readonly image: string;
      readonly known?: readonly string[];
      readonly served?: true;
    }
  /** Are the image's layers and config what their digests say? Reads the whole image. */
  | { readonly fact: 'content'; readonly reference: string }
  | { readonly fact: 'top'; readonly container: string }
  | ExecRequest
  /** `content`, `owner`: also read what a look from outside does not tell. */
  | {
      readonly fact: 'file';
      readonly container: string;
      readonly path: string;
      readonly content?: boolean;
      readonly owner?: boolean;
    }
  /** `names`: packages whose version a check needs. */
  | { readonly fact: 'packages'; readonly container: string; readonly names: readonly string[] }
  | HttpRequest
  /** Does a TCP connection from here reach it? `container`: through its publication of `port`; else the host's own `port`. */
  | {
      readonly fact: 'port';
      readonly port: number;
      readonly protocol: 'tcp' | 'udp';
      readonly container?: string;
      /** Only a publication on this port of the host will do. */
      readonly hostPort?: number;
    }
  /** `search`: texts and `/patterns/` that a check looks for, which are looked for in all of it where only a part is kept. */
  | { readonly fact: 'logs'; readonly container: string; readonly search?: readonly string[] }
  | { readonly fact: 'events' }
  /** What the student wrote in the lab's answers file. */
  | { readonly fact: 'answer'; readonly lab: string; readonly question: string }
  /** The outcome of a hand-written grader's test. */
  | { readonly fact: 'jest'; readonly title: string };

export interface ExecRequest {
  readonly fact: 'exec';
  readonly container: string;
  readonly command: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
  readonly deadlineMs: number;
}

export interface HttpRequest {
  readonly fact: 'http';
  readonly container: string;
  /** The port inside the container; it is reached through its publication. */
  readonly port: number;
  /** Only a publication on this port of the host will do. */
  readonly hostPort?: number;
  readonly scheme: 'http' | 'https';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly followRedirects: boolean;
  /** A check asks for the container's own word: it is asked once more, on its own address, when it has answered. */
  readonly ownWord?: true;
}

export type FactName = Request['fact'];
export type RequestOf<N extends FactName> = Extract<Request, { readonly fact: N }>;

/** Requests with one key ask for one fact: they are merged before collecting. */
export function factKey(request: Request): string {
  switch (request.fact) {
    case 'engine':
    case 'containers':
    case 'images':
    case 'events':
      return request.fact;
    case 'container':
    case 'candidates':
      return `${request.fact}/${request.name}`;
    case 'image':
    case 'registry':
    case 'content':
      return `${request.fact}/${request.reference}`;
    case 'made-from':
      return `made-from/${request.container}/${request.image}`;
    case 'top':
    case 'logs':
    case 'packages':
      return `${request.fact}/${request.container}`;
    case 'exec':
      return `exec/${request.container}/${JSON.stringify([request.command, request.user ?? '', request.workdir ?? ''])}`;
    case 'file':
      return `file/${request.container}${request.path}`;
    case 'http': {
      const { scheme, container, port, hostPort, method, path, headers, followRedirects } = request;
      const variant: Json[] = [method, headers, followRedirects];
      const plain = method === 'GET' && Object.keys(headers).length === 0 && !followRedirects;
      const at = hostPort === undefined ? `${port}` : `${hostPort}:${port}`;
      return `http/${scheme}/${container}:${at}${path}${plain ? '' : JSON.stringify(variant)}`;
    }
    case 'port': {
      const at = request.hostPort === undefined ? `${request.port}` : `${request.hostPort}:${request.port}`;
      return `port/${request.container ?? ''}:${at}/${request.protocol}`;
    }
    case 'answer':
      return `answer/${request.lab}/${request.question}`;
    case 'jest':
      return `jest/${request.title}`;
  }
}
