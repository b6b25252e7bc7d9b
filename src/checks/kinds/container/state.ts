import type { Container } from './container';

export const containerStates = [
  'created',
  'running',
  'restarting',
  'paused',
  'exited',
  'removing',
  'dead',
] as const;

/** Docker starts a container again after 100 ms, then waits twice as long each time; a run of ten seconds ends the series. */
const settledAfterSeconds = 10;

/** Podman's words for Docker's. */
const dockersWords: Readonly<Record<string, string>> = {
  configured: 'created',
  initialized: 'created',
  stopped: 'exited',
  stopping: 'running',
};

/**
 * The state as a student should see it. A container that crashes again and again is "running" at a lucky moment:
 * it counts as `restarting` while its restarts are recent.
 */
export function stateOf(container: Container): string | undefined {
  const state = container.inspect.State;
  if (state?.Restarting === true || isCrashLooping(container)) return 'restarting';
  if (state?.Paused === true) return 'paused';
  const status = state?.Status?.toLowerCase();
  return status === undefined ? undefined : (dockersWords[status] ?? status);
}

/** Started again by its policy twice or more, and not up for long since. */
export function isCrashLooping({ inspect, row }: Container): boolean {
  const policy = inspect.HostConfig?.RestartPolicy?.Name ?? '';
  if (policy === '' || policy === 'no' || (inspect.RestartCount ?? 0) < 2) return false;
  if (inspect.State?.Restarting === true) return true;
  if (inspect.State?.Running !== true) return false;
  // The list was read at another moment than the container: it may have caught it between two starts.
  if (row?.State === 'restarting') return true;
  const up = upSeconds(row?.Status ?? '');
  return up !== undefined && up < settledAfterSeconds;
}

/** From the list's words ("Up 3 seconds", "Up Less than a second"): the engine's own clock, not ours. */
function upSeconds(status: string): number | undefined {
  if (/^up less than a second/i.test(status)) return 0;
  const seconds = /^up (\d+) seconds?\b/i.exec(status)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
