import { imageOfRef } from '../../evidence/container-ref';
import type { ContainerInspect, ContainerSummary } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import { parseReference, sameImageName } from '../../text/image-reference';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { valueOrNull } from './answer-value';
import { keepEnvironment } from './environment';

/** One container as `docker inspect` shows it, without the values of variables that nobody asked for. */
export const container: Collector<'container'> = async ({ name, env }, looking) => {
  const image = imageOfRef(name);
  if (image === undefined) return inspect(name, env, looking);
  const newest = await newestOf(image, looking);
  if ('fault' in newest) return newest;
  return newest.value === null ? { value: null } : inspect(newest.value.Id, env, looking);
};

async function inspect(
  name: string,
  env: readonly string[] | 'all' | undefined,
  { engine, signal }: Looking,
): Promise<Fact<ContainerInspect | null>> {
  const call = { method: 'GET', path: `/containers/${encodeURIComponent(name)}/json`, as: 'json' } as const;
  const answer = await engine.request(call, within(limits.inspect, signal));
  return valueOrNull(answer, (body) => keepEnvironment(body as unknown as ContainerInspect, env));
}

/** The newest container made from an image of that name. */
async function newestOf(image: string, looking: Looking): Promise<Fact<ContainerSummary | null>> {
  const list = await looking.ask({ fact: 'containers' });
  if ('fault' in list) return list;
  const wanted = parseReference(image);
  const made = list.value.filter((row) => {
    const name = parseReference(row.Image ?? '');
    return wanted.ok && name.ok && sameImageName(wanted.value, name.value);
  });
  return { value: made.sort((a, b) => (b.Created ?? 0) - (a.Created ?? 0))[0] ?? null };
}
