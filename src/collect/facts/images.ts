import type { ImageSummary } from '../../evidence/docker';
import { limits, within } from '../limits';
import type { Collector } from '../looking';
import { valueOf } from './answer-value';

/**
 * All images that `docker images` lists. No `digests` in the query: Podman answers that with an empty body, and all engines give the digests anyway.
 */
export const images: Collector<'images'> = async (_request, { engine, signal }) => {
  const call = { method: 'GET', path: '/images/json', as: 'json' } as const;
  // Only the fields that `ImageSummary` names are read, and each may be missing.
  return valueOf(
    await engine.request(call, within(limits.list, signal)),
    (body) => (body ?? []) as unknown as ImageSummary[],
  );
};
