import type { ContainerSummary } from '../../evidence/docker';
import { limits, within } from '../limits';
import type { Collector } from '../looking';
import { valueOf } from './answer-value';

/** All containers, those that do not run included. */
export const containers: Collector<'containers'> = async (_request, { engine, signal }) => {
  const call = { method: 'GET', path: '/containers/json', query: { all: true }, as: 'json' } as const;
  // Only the fields that `ContainerSummary` names are read, and each may be missing.
  return valueOf(
    await engine.request(call, within(limits.list, signal)),
    (body) => (body ?? []) as unknown as ContainerSummary[],
  );
};
