import { caps } from '../../evidence/caps';
import type { ImageInspect } from '../../evidence/docker';
import type { ImageFact } from '../../evidence/facts';
import { isJsonObject, type Json } from '../../text/json';
import { limits, within } from '../limits';
import type { Collector } from '../looking';
import { valueOrNull } from './answer-value';
import { keepEnvironment, keepHistoryEnvironment } from './environment';
import { imagePath } from './image-path';

/** One image as `docker inspect` and `docker history` show it, without the values of variables that nobody asked for. */
export const image: Collector<'image'> = async ({ reference, env }, { engine, signal }) => {
  const get = (call: 'json' | 'history') =>
    engine.request(
      { method: 'GET', path: imagePath(reference, call), as: 'json' },
      within(limits.inspect, signal),
    );
  const [inspected, history] = await Promise.all([get('json'), get('history')]);
  const inspect = valueOrNull(inspected, (body) => keepEnvironment(body as unknown as ImageInspect, env));
  if ('fault' in inspect) return inspect;
  if (inspect.value === null) return { value: null };
  const steps = valueOrNull(history, (body) => stepsOf(body, env));
  if ('fault' in steps) return steps;
  // Removed between the two answers.
  return { value: steps.value && { inspect: inspect.value, history: steps.value } };
};

function stepsOf(body: Json, env: readonly string[] | 'all' | undefined): ImageFact['history'] {
  const rows = Array.isArray(body) ? body.filter(isJsonObject).slice(0, caps.imageSteps) : [];
  return rows.map((row) => ({
    createdBy: keepHistoryEnvironment(textOf(row['CreatedBy']), env).slice(0, caps.imageStepText),
    comment: textOf(row['Comment']).slice(0, caps.imageStepText),
    tags: Array.isArray(row['Tags']) ? row['Tags'].filter((tag) => typeof tag === 'string') : [],
  }));
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
