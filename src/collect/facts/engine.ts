import { engineFact, identify } from '../engine/identify';
import { limits } from '../limits';
import type { Collector } from '../looking';

/** Which engine answers, and which image store it has. */
export const engine: Collector<'engine'> = async (_request, { engine: port, signal }) => {
  const found = await identify(port, { deadlineMs: limits.identify.deadlineMs, signal });
  if ('code' in found) return { fault: found };
  const fact = engineFact(found);
  return 'code' in fact ? { fault: fact } : { value: fact };
};
