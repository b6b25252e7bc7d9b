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
  { mirrors: counted }: Lab,
): Fact<RegistryFact | null> {
  if (counted === undefined || name?.domain !== 'docker.io' || 'fault' in engine) return registry;
  const allowed = counted.map(mirrorHost);
  const others = (engine.value.mirrors ?? []).filter((mirror) => !allowed.includes(mirror));
  return others.length === 0
    ? registry
    : { fault: fault('registry.other-mirror', { name: familiar(name), mirrors: others }) };
}
