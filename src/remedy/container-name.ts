import { containerRef, imageOfRef } from '../evidence/container-ref';
import { sameAsIn } from '../checks/same-as';
import type { Check } from '../spec/lab';
import { isJsonObject, type Json } from '../text/json';

/** The container that a check is about or looks into, if it is one that has a name. */
export function containerOf(check: Check): string | undefined {
  const ref = refOf(check);
  return ref === undefined || imageOfRef(ref) !== undefined ? undefined : ref;
}

function refOf({ kind, subject, keys }: Check): string | undefined {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);
  switch (kind) {
    case 'container':
    case 'logs':
      return containerRef(subject);
    case 'http':
    case 'event':
      return isJsonObject(subject) ? text(subject['container']) : undefined;
    case 'port':
      return text(keys['of']);
    case 'answer':
      return Object.values(keys)
        .flatMap(sameAsIn)
        .flatMap((other) => containerOf(other.check) ?? [])[0];
    case 'jest':
      return containersRead(keys['reads'])[0];
    default:
      return text(keys['in']);
  }
}

/** `reads: [container/ubuntu, logs/ubuntu]` */
export function containersRead(reads: Json | undefined): string[] {
  return (Array.isArray(reads) ? reads : []).flatMap((key: Json) => {
    const name = typeof key === 'string' ? /^(?:container|logs)\/(.+)$/.exec(key)?.[1] : undefined;
    return name === undefined ? [] : [name];
  });
}
