import type { Fault } from '../../evidence/fault';
import type { Json } from '../../text/json';
import type { Endpoint } from '../connect/endpoint';

/** How a body is handed over; the key of `Body`. */
export type BodyKind = 'json' | 'text' | 'bytes' | 'stream' | 'ndjson-until-end';

/** What each kind of body is read into. An empty body is `null` as `json` (podman answers some calls so);
 * an error in plain text (some engines, some statuses) becomes `{ message }` as all other errors are. */
export interface Body {
  json: Json;
  /** UTF-8; what is not is replaced. */
  text: string;
  bytes: Buffer;
  stream: BodyStream;
  /** One value a line, in order; for calls that end by themselves, such as `/events?until=`. */
  'ndjson-until-end': readonly Json[];
}

/** One request to the Engine API, on the engine's newest API version: `path` carries no version. */
export interface Call<K extends BodyKind = BodyKind> {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Starts with `/`; the caller encodes its segments (`encodeURIComponent`). */
  readonly path: string;
  /** Objects and arrays are sent as JSON (that is how the API takes filters), `undefined` is left out. */
  readonly query?: Readonly<Record<string, Json | undefined>>;
  /** JSON goes out with POST only; a Buffer goes out as a tar archive. */
  readonly body?: Json | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as: K;
}

/** What one request may cost. The deadline covers connecting and the whole body, also of a stream. */
export interface Limits {
  readonly deadlineMs: number;
  /** Of the body, as it comes over the wire. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** An HTTP answer of any status, 404 and 409 included; or no answer. 5xx are answers too: `failed(answer)` names them. */
export type Answer<T> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: T;
    }
  | { readonly ok: false; readonly fault: Fault };

/**
 * A body as it arrives. Iterating never throws: it just ends, and `fault()` then tells whether it ended too early
 * (deadline, cap, lost connection). Whoever does not iterate to the end must `close()`.
 */
export interface BodyStream extends AsyncIterable<Buffer> {
  fault(): Fault | undefined;
  /** Destroys the socket; harmless when done twice. */
  close(): void;
}

export interface ExecCommand {
  readonly container: string;
  readonly command: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
}

/**
 * A command that ran, or that the engine says still runs at the deadline. Output is cut at `maxBytes` for both together; whoever
 * still runs is left alone, since the API cannot end it.
 */
export interface ExecResult {
  /** `null`: still running, or the engine does not tell. */
  readonly exitCode: number | null;
  readonly running: boolean;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly truncated: boolean;
}

/** The engine would not start it (404: no such container, 409: it does not run); `refused` is the engine's message. */
export interface ExecRefusal {
  readonly refused: string;
}

/** The one port to the Engine API. Requests are independent: those made together run together. */
export interface Engine {
  readonly endpoint: Endpoint;
  request<K extends BodyKind>(call: Call<K>, limits: Limits): Promise<Answer<Body[K]>>;
  /** Runs a command in a container, without a terminal. `status` is that of the call that decided. */
  exec(command: ExecCommand, limits: Limits): Promise<Answer<ExecResult | ExecRefusal>>;
  /** Ends every connection at once; requests under way end as `cancelled`. The process can then exit by itself. */
  close(): void;
}
