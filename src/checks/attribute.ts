import type { Fault } from '../evidence/fault';
import type { Message } from '../messages/message';
import type { Json } from '../text/json';

/** How a single value is compared: as what it is, not as text. */
export type ValueType =
  | 'string'
  | 'text' // long text: a final line feed does not count, a list asks for substrings
  | 'path' // like string, but `/x/` is a path here and not a pattern
  | 'number'
  | 'boolean'
  | 'version'
  | 'size' // bytes
  | 'duration' // milliseconds
  | 'publication' // a published port, `80:80`
  | 'reference' // an image's name
  | 'id' // of a container or an image; an abbreviation of it is the same
  | 'mode' // a file's permission bits
  | 'platform'; // `linux/amd64`, or one half of it

/**
 * `one`: a single value. `list`: several; a literal asks that it is among them. `map`: expectations by key.
 * `document`: expectations by path into a raw document (`HostConfig.RestartPolicy.Name`).
 */
export type Shape = 'one' | 'list' | 'map' | 'document';

/** What a resource was seen to have; `message` says more than the bare value where the kind knows more. */
export type Seen =
  { readonly value: Json | undefined; readonly message?: Message } | { readonly fault: Fault };

/** Something that a check of one kind can assert on its resource `S`. */
export interface Attribute<S> {
  readonly type: ValueType;
  readonly shape: Shape;
  /** One English sentence for the reference page. */
  readonly describe: string;
  /** The words that Docker uses for it, where there is a closed list. */
  readonly values?: readonly string[];
  /** A value as an author would write it; shown and tested. */
  readonly example: Json;
  readonly read: (resource: S) => Seen;
}

/** A key of a check that says where to look; it asserts nothing. */
export interface Parameter {
  readonly type: 'string' | 'integer' | 'boolean' | 'duration' | 'string-list' | 'string-map' | 'localized';
  readonly describe: string;
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** A text that may also be a `/pattern/`. */
  readonly pattern?: true;
  readonly example: Json;
}
