import type { Look } from '../../checks/kind';
import { kinds } from '../../checks/registry';
import type { Fact } from '../../evidence/evidence';
import { factKey } from '../../evidence/request';
import type { FactValue } from '../../evidence/facts';
import type { Json } from '../../text/json';
import type { Host } from './host';
import type { Target, Wrong } from './mutant';
import { wrongValues } from './wrong-values';

/** Puts a value where the attribute is read from; `undefined`: there is none. */
export type Write<S> = (resource: S, value: Json | undefined) => S;
export type Writers<S> = Readonly<Record<string, Write<S>>>;

/**
 * For each assertion of the check that has a writer: hosts whose value is wrong by the plain reading of what is expected.
 * `put` gives the host on which the resource is what `change` makes of it.
 */
export function writeWrongValues<S>(
  target: Target,
  writers: Writers<S>,
  put: (host: Host, change: (resource: S) => S) => Host,
): Wrong[] {
  const attributes = kinds[target.check.kind]?.attributes ?? {};
  return Object.entries(target.check.keys).flatMap(([key, expected]) => {
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    const write = Object.hasOwn(writers, key) ? writers[key] : undefined;
    if (!attribute || !write) return [];
    return wrongValues(attribute, expected, seenOn(target, key)).map(({ code, value }): Wrong => ({
      code,
      assertion: key,
      what: key,
      change: (host) => put(host, (resource) => write(resource, value)),
    }));
  });
}

/** What the reference host has for an attribute of the check's resource. */
export function seenOn({ check, lab, host }: Target, attribute: string): Json | undefined {
  const kind = kinds[check.kind];
  const opened = kind?.open({ check, lab }, lookAt(host));
  if (!kind || !opened || !('found' in opened)) return undefined;
  const seen = kind.attributes[attribute]?.read(opened.found);
  return seen && 'value' in seen ? seen.value : undefined;
}

const lookAt =
  ({ facts }: Host): Look =>
  (request) => {
    const key = factKey(request);
    // As `look` in the evidence: the key names the fact's kind.
    return (facts[key] ?? { fault: { code: 'fact.not-collected', args: { key } } }) as Fact<
      FactValue<(typeof request)['fact']>
    >;
  };
