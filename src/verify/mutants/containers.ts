import type { ContainerRef } from '../../evidence/container-ref';
import type { ContainerInspect, ContainerState, ContainerSummary } from '../../evidence/docker';
import type { Request } from '../../evidence/request';
import { retells, tells, told, type Host } from './host';

type Change<T> = (value: T) => T;

/** The container that `ref` means, under every name by which the lab asks for it, and its row in the list. */
export function changeContainer(
  host: Host,
  ref: ContainerRef,
  change: Change<ContainerInspect>,
  changeRow: Change<ContainerSummary> = (row) => row,
): Host {
  const id = told(host, { fact: 'container', name: ref })?.Id;
  if (id === undefined) return host;
  const changed = refsTo(host, id).reduce(
    (so, name) => retells(so, { fact: 'container', name }, (inspect) => inspect && change(inspect)),
    host,
  );
  return retells(changed, { fact: 'containers' }, (rows) =>
    rows.map((row) => (row.Id === id ? changeRow(row) : row)),
  );
}

/** The container is no longer there: nothing can be asked of it. */
export function removeContainer(host: Host, ref: ContainerRef): Host {
  const id = told(host, { fact: 'container', name: ref })?.Id;
  if (id === undefined) return host;
  const gone = nobodyIsNamed(host, refsTo(host, id));
  return retells(gone, { fact: 'containers' }, (rows) => rows.filter((row) => row.Id !== id));
}

/** It is there and called differently; a name that the lab asks for leads nowhere. */
export function renameContainer(host: Host, ref: ContainerRef, name: string): Host {
  const inspect = told(host, { fact: 'container', name: ref });
  if (!inspect) return host;
  const renamed = { ...inspect, Name: `/${name}` };
  const gone = tells(nobodyIsNamed(host, [ref]), { fact: 'candidates', name: ref }, [renamed]);
  return retells(gone, { fact: 'containers' }, (rows) =>
    rows.map((row) => (row.Id === inspect.Id ? { ...row, Names: [`/${name}`] } : row)),
  );
}

/** How a container can be that does not run as it should; what can then still be asked of it follows. */
export function putContainer(host: Host, ref: ContainerRef, state: ContainerState, status: string): Host {
  const id = told(host, { fact: 'container', name: ref })?.Id;
  if (id === undefined) return host;
  const runs = state.Running === true;
  const changed = changeContainer(
    host,
    ref,
    (inspect) => ({
      ...inspect,
      State: { ...inspect.State, Paused: false, Restarting: false, ...state },
      ...(!runs && { NetworkSettings: { ...inspect.NetworkSettings, Ports: {} } }),
    }),
    (row) => ({
      ...row,
      ...(state.Status !== undefined && { State: state.Status }),
      Status: status,
      ...(!runs && { Ports: [] }),
    }),
  );
  if (runs && state.Paused !== true) return changed;
  const outcome = state.Paused === true ? 'paused' : 'not-running';
  return requestsInside(changed, refsTo(host, id)).reduce((so, request) => {
    switch (request.fact) {
      case 'top':
        return state.Paused === true ? so : tells(so, request, null);
      case 'exec':
        return tells(so, request, null);
      case 'http':
      case 'port':
        return tells(so, request, { outcome });
      default:
        return so;
    }
  }, changed);
}

function nobodyIsNamed(host: Host, refs: readonly ContainerRef[]): Host {
  const gone = refs.reduce(
    (so, name) => tells(tells(so, { fact: 'container', name }, null), { fact: 'candidates', name }, []),
    host,
  );
  return requestsInside(host, refs).reduce((so, request) => tells(so, request, null), gone);
}

/** Every name, ID or image by which the lab means the container with this ID. */
const refsTo = (host: Host, id: string): ContainerRef[] =>
  host.requests.flatMap((request) =>
    request.fact === 'container' && told(host, request)?.Id === id ? [request.name] : [],
  );

type Inside = Extract<Request, { fact: 'top' | 'exec' | 'http' | 'port' | 'logs' | 'file' | 'packages' }>;

/** What is asked of the inside of these containers. */
const requestsInside = (host: Host, refs: readonly ContainerRef[]): Inside[] =>
  host.requests.filter(
    (request): request is Inside => 'container' in request && refs.includes(request.container),
  );
