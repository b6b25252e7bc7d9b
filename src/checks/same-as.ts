import type { Check } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';

export interface SameAs {
  readonly kind: string;
  readonly attribute: string;
  /** Of a map: the key of one entry; of a document: a path. */
  readonly key?: string;
  /** A check that only names the resource: enough to ask for it and to open it. */
  readonly check: Check;
}

/** `container/ubuntu.id`, `container/ubuntu.ip-addresses[bridge]`: kind, resource, attribute after the last dot, and a key of it. */
export function parseSameAs(reference: string): SameAs | undefined {
  const parts = /^([a-z]+)\/(.+)\.([a-z-]+)(?:\[(.+)\])?$/s.exec(reference);
  if (!parts) return undefined;
  const [, kind = '', subject = '', attribute = '', key] = parts;
  const at = { line: 1, column: 1 };
  return {
    kind,
    attribute,
    ...(key !== undefined && { key }),
    check: {
      id: reference,
      kind,
      subject,
      // What is compared has to be asked for.
      keys: key === undefined ? {} : { [attribute]: { [key]: { exists: true } } },
      weight: 0,
      partial: false,
      hidden: false,
      at,
      positions: {},
    },
  };
}

/** Every resource that an expectation compares with. */
export function sameAsIn(expected: Json): SameAs[] {
  if (Array.isArray(expected)) return expected.flatMap(sameAsIn);
  if (!isJsonObject(expected)) return [];
  const reference = expected['same-as'];
  const own = typeof reference === 'string' ? parseSameAs(reference) : undefined;
  return own ? [own] : Object.values(expected).flatMap(sameAsIn);
}
