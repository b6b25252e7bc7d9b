import type { ContainerInspect } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import { noSuchContainer } from '../engine/absence';
import { whoseContainer } from '../engine/asked-for';
import { admit, invalid } from '../engine/door';
import type { Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Looking } from '../looking';

/** `docker inspect` of a container by its name, or by at least twelve digits of its ID; `null`: none is called so. */
export async function inspectContainer(
  name: string,
  { engine, signal }: Pick<Looking, 'engine' | 'signal'>,
): Promise<Fact<ContainerInspect | null>> {
  const path = `/containers/${encodeURIComponent(name)}/json`;
  const call: Call<'json'> = { method: 'GET', path, as: 'json' };
  const answer = await engine.request(call, within(limits.inspect, signal));
  const fact = admit(call, answer, { shape: answerShapes.container }, noSuchContainer(name));
  if ('fault' in fact || fact.value === null) return fact;
  switch (whoseContainer(name, fact.value)) {
    case 'asked':
      return fact;
    case 'likeness':
      return { value: null };
    case 'other':
      return { fault: invalid(call, `about ${fact.value.Name ?? fact.value.Id}`) };
  }
}
