import type { ContainerInspect } from '../../evidence/docker';
import { limits, within } from '../limits';
import type { Collector } from '../looking';
import { valueOrNull } from './answer-value';
import { keepEnvironment } from './environment';

/** One container as `docker inspect` shows it, without the values of variables that nobody asked for. */
export const container: Collector<'container'> = async ({ name, env }, { engine, signal }) => {
  const call = { method: 'GET', path: `/containers/${encodeURIComponent(name)}/json`, as: 'json' } as const;
  const answer = await engine.request(call, within(limits.inspect, signal));
  return valueOrNull(answer, (body) => keepEnvironment(body as unknown as ContainerInspect, env));
};
