import type { ContainerRef } from '../../../evidence/container-ref';
import type { ContainerState } from '../../../evidence/docker';
import { changeContainer, putContainer } from '../containers';
import type { MutantCode } from '../codes';
import type { Target, Wrong } from '../mutant';
import { leavesOf } from '../wrong-values';
import { seenOn } from '../write-values';

const ended = '2000-01-01T00:00:01Z';

interface Way {
  readonly code: MutantCode;
  readonly state: ContainerState & { readonly Status: string };
  readonly status: string;
}

const ways: readonly Way[] = [
  {
    code: 'container.stopped',
    state: { Status: 'exited', Running: false, ExitCode: 0, FinishedAt: ended },
    status: 'Exited (0) 2 minutes ago',
  },
  {
    code: 'container.exited-1',
    state: { Status: 'exited', Running: false, ExitCode: 1, FinishedAt: ended },
    status: 'Exited (1) 2 minutes ago',
  },
  {
    code: 'container.paused',
    state: { Status: 'paused', Running: true, Paused: true },
    status: 'Up 2 minutes (Paused)',
  },
  {
    code: 'container.created',
    state: {
      Status: 'created',
      Running: false,
      ExitCode: 0,
      StartedAt: '0001-01-01T00:00:00Z',
      FinishedAt: '0001-01-01T00:00:00Z',
    },
    status: 'Created',
  },
  {
    code: 'container.running',
    state: { Status: 'running', Running: true, ExitCode: 0, FinishedAt: '0001-01-01T00:00:00Z' },
    status: 'Up 2 minutes',
  },
];

/** Every other state than that which the check asks for, for each assertion on how the container is or how it ended. */
export function wrongStates(target: Target, ref: ContainerRef): Wrong[] {
  const { keys } = target.check;
  const put = ({ code, state, status }: Way, assertion: string): Wrong => ({
    code,
    assertion,
    change: (host) => putContainer(host, ref, state, status),
  });
  const wrong: Wrong[] = [];
  if ('state' in keys) {
    const accepted = [seenOn(target, 'state'), ...leavesOf(keys['state'] ?? null)];
    wrong.push(
      ...ways.filter(({ state }) => !accepted.includes(state.Status)).map((way) => put(way, 'state')),
    );
  }
  if ('exit-code' in keys)
    wrong.push(
      ...ways
        .filter(
          ({ code }) =>
            code === (seenOn(target, 'exit-code') === 1 ? 'container.stopped' : 'container.exited-1'),
        )
        .map((way) => put(way, 'exit-code')),
    );
  if (keys['never-stopped'] === true) {
    const [stopped] = ways;
    if (stopped) wrong.push(put(stopped, 'never-stopped'));
    wrong.push({
      code: 'container.was-stopped',
      assertion: 'never-stopped',
      change: (host) =>
        changeContainer(host, ref, (inspect) => ({
          ...inspect,
          State: { ...inspect.State, FinishedAt: ended },
        })),
    });
  }
  return wrong;
}
