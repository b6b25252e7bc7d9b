import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { admit } from '../engine/door';
import { limits, within } from '../limits';
import type { Collector } from '../looking';

/** All containers, those that do not run included. */
export const containers: Collector<'containers'> = async (_request, { engine, signal }) => {
  const call = { method: 'GET', path: '/containers/json', query: { all: true }, as: 'json' } as const;
  const answer = await engine.request(call, within(limits.list, signal));
  return admit(call, answer, { shape: answerShapes.containers });
};
