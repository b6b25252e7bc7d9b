import type { Fact } from '../../../evidence/evidence';
import { fault } from '../../../evidence/fault';
import type { EngineFact, RegistryFact } from '../../../evidence/facts';
import type { Lab } from '../../../spec/lab';
import { familiar, type ImageReference } from '../../../text/image-reference';
import { mirrorHost } from '../../../text/mirror-host';

/**
 * What the registry says, if it is the registry that speaks: an engine asks its mirrors in the place of Docker Hub, and pulls from them. A lab that names mirrors
 * counts no others.
 */
export function heard(
  registry: Fact<RegistryFact | null>,
  name: ImageReference | undefined,
  engine: Fact<EngineFact>,
  lab: Lab,
): Fact<RegistryFact | null> {
  if (name === undefined || 'fault' in engine) return registry;
  const others = otherMirrors(name, engine.value.mirrors ?? [], lab);
  return others.length === 0
    ? registry
    : { fault: fault('registry.other-mirror', { name: familiar(name), mirrors: others }) };
}

/** Those of an engine's mirrors that answer for this image and that the lab does not count. */
export function otherMirrors(
  { domain }: ImageReference,
  mirrors: readonly string[],
  { mirrors: counted }: Pick<Lab, 'mirrors'>,
): readonly string[] {
  if (counted === undefined || domain !== 'docker.io') return [];
  const allowed = counted.map(mirrorHost);
  return mirrors.filter((mirror) => !allowed.includes(mirror));
}
