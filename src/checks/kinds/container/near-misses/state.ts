import { message } from '../../../../messages/message';
import { stateOf } from '../state';
import { missOf, nameOf, wants, wantsRunning, type Rule } from './rule';

const paused: Rule = (diagnosis) =>
  wantsRunning(diagnosis) && stateOf(diagnosis.resource) === 'paused'
    ? message('container.paused', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;

const crashLooping: Rule = (diagnosis) => {
  const { inspect } = diagnosis.resource;
  const asked =
    wantsRunning(diagnosis) || missOf(diagnosis, 'crash-looping') || missOf(diagnosis, 'restart-count');
  if (!asked || stateOf(diagnosis.resource) !== 'restarting') return undefined;
  const restarts = inspect.RestartCount ?? 0;
  return message('container.crash-looping', {
    name: nameOf(inspect),
    code: inspect.State?.ExitCode ?? 0,
    restarts,
  });
};

const beingRemoved: Rule = (diagnosis) => {
  const state = stateOf(diagnosis.resource);
  if (!missOf(diagnosis, 'state') || (state !== 'dead' && state !== 'removing')) return undefined;
  return message(state === 'dead' ? 'container.dead' : 'container.removing', {
    name: nameOf(diagnosis.resource.inspect),
  });
};

const stillRunning: Rule = (diagnosis) => {
  const isUp = stateOf(diagnosis.resource) === 'running';
  const miss = missOf(diagnosis, 'state');
  const asked = miss ? wants(miss, 'exited') : missOf(diagnosis, 'exit-code') !== undefined;
  return isUp && asked
    ? message('container.still-running', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;
};

/** Another state is asked for than those in which a container runs or has ended. */
const notPaused: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'state');
  const state = stateOf(diagnosis.resource);
  const name = nameOf(diagnosis.resource.inspect);
  if (wants(miss, 'paused') && !wants(miss, 'running') && !wants(miss, 'exited'))
    return message('container.not-paused', { name, runs: state === 'running' });
  return state === 'paused' && wants(miss, 'exited')
    ? message('container.paused-not-stopped', { name })
    : undefined;
};

const wasStarted: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'state');
  const onlyCreated = wants(miss, 'created') && !wants(miss, 'running') && !wants(miss, 'exited');
  return onlyCreated
    ? message('container.was-started', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;
};

const health: Rule = (diagnosis) => {
  if (!wants(missOf(diagnosis, 'health'), 'healthy')) return undefined;
  const { inspect } = diagnosis.resource;
  const name = nameOf(inspect);
  switch (inspect.State?.Health?.Status) {
    case 'starting':
      return message('container.health-starting', { name });
    case 'unhealthy': {
      const output = inspect.State.Health.Log?.at(-1)?.Output ?? '';
      return message('container.unhealthy', { name, output: output.trim().slice(0, 200) });
    }
    case 'healthy':
      return undefined;
    case undefined:
    default:
      return message('container.no-health-check', { name });
  }
};

export const stateRules: readonly Rule[] = [
  paused,
  crashLooping,
  beingRemoved,
  stillRunning,
  notPaused,
  wasStarted,
];
export const healthRules: readonly Rule[] = [health];
