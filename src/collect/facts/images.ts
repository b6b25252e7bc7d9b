import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { admit } from '../engine/door';
import { limits, within } from '../limits';
import type { Collector } from '../looking';

/**
 * All images that `docker images` lists. No `digests` in the query: Podman answers that with an empty body, and all engines give the digests anyway.
 */
export const images: Collector<'images'> = async (_request, { engine, signal }) => {
  const call = { method: 'GET', path: '/images/json', as: 'json' } as const;
  const answer = await engine.request(call, within(limits.list, signal));
  return admit(call, answer, { shape: answerShapes.images });
};
