import type { ContainerInspect } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import type { Looking } from '../looking';
import { inspectContainer } from './inspect-container';

/**
 * Whether the engine can be asked about what goes on inside. A paused container counts as not running: `top` and `exec` can hang on
 * it for ever, and on 20.10 they then block every other call on that container.
 */
export function isRunning({ State: state }: ContainerInspect): boolean {
  return state?.Running === true && state.Paused !== true && state.Restarting !== true;
}

/** The container if it runs, `null` if it does not or is not there. */
export async function runningContainer(
  name: string,
  looking: Looking,
): Promise<Fact<ContainerInspect | null>> {
  return onlyIfRunning(await looking.ask({ fact: 'container', name }));
}

/** The same from an inspect of this moment: a container may have ended since the look began. */
export const stillRunning = async (id: string, looking: Looking): Promise<Fact<ContainerInspect | null>> =>
  onlyIfRunning(await inspectContainer(id, looking));

const onlyIfRunning = (fact: Fact<ContainerInspect | null>): Fact<ContainerInspect | null> =>
  'value' in fact && fact.value !== null && !isRunning(fact.value) ? { value: null } : fact;
