import type { Evidence } from '../../evidence/evidence';
import type { FactValue } from '../../evidence/facts';
import { factKey, type Request } from '../../evidence/request';

/** A host as its engine tells it: facts, and which requests they answer. */
export interface Host {
  readonly facts: Evidence['facts'];
  readonly requests: readonly Request[];
}

/** What the host answers; `undefined` where it was not asked, or could not tell. */
export function told<R extends Request>(host: Host, request: R): FactValue<R['fact']> | undefined {
  const key = factKey(request);
  const fact = Object.hasOwn(host.facts, key) ? host.facts[key] : undefined;
  // The key names the fact's kind, and collectors are typed by it.
  return fact !== undefined && 'value' in fact ? (fact.value as FactValue<R['fact']>) : undefined;
}

/** The host that answers this instead; what was never asked stays unasked. */
export function tells<R extends Request>(host: Host, request: R, value: FactValue<R['fact']>): Host {
  const key = factKey(request);
  if (!Object.hasOwn(host.facts, key)) return host;
  return { ...host, facts: { ...host.facts, [key]: { value } } };
}

/** `change` is not called where nothing was told. */
export function retells<R extends Request>(
  host: Host,
  request: R,
  change: (value: FactValue<R['fact']>) => FactValue<R['fact']>,
): Host {
  const value = told(host, request);
  return value === undefined ? host : tells(host, request, change(value));
}

/** Keys of the facts that differ. */
export function changedFacts(before: Host, after: Host): readonly string[] {
  return Object.keys(after.facts).filter(
    (key) =>
      before.facts[key] !== after.facts[key] &&
      JSON.stringify(before.facts[key]) !== JSON.stringify(after.facts[key]),
  );
}
