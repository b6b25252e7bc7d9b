import { requestOf } from '../checks/kinds/http/request';
import type { Look } from '../checks/kind';
import type { ContainerInspect, ContainerSummary } from '../evidence/docker';
import { parsePublication } from '../text/published-port';
import type { Lab } from '../spec/lab';
import { literalsIn } from '../checks/kinds/container/near-misses/rule';
import { containerOf } from './container-name';
import type { Step } from './remedy';
import { askedOf, checksOf } from './run-command';

/** A container of a lab, on the host that was looked at. */
export interface OnHost {
  readonly name: string;
  readonly lab: Lab;
  readonly look: Look;
}

export const nameOf = ({ Name, Id }: ContainerInspect): string => Name?.replace(/^\//, '') || Id.slice(0, 12);
const rowName = ({ Names, Id }: ContainerSummary): string =>
  (Names?.[0] ?? Id.slice(0, 12)).replace(/^\//, '');

/** Ports of the host that the lab wants for the container. */
const wantedPorts = ({ name, lab }: OnHost): number[] =>
  askedOf(name, lab)
    .filter(([key]) => key === 'ports')
    .flatMap(([, expected]) => literalsIn(expected))
    .flatMap((text) => {
      const parsed = parsePublication(String(text));
      return parsed.ok ? parsed.value.flatMap(({ hostPort }) => hostPort ?? []) : [];
    });

/** Other containers that hold a port of the host that this one needs: it could not start beside them. */
function portHolders(one: OnHost): ContainerSummary[] {
  const wanted = wantedPorts(one);
  const rows = one.look({ fact: 'containers' });
  return ('value' in rows ? rows.value : []).filter(
    (row) =>
      rowName(row) !== one.name &&
      (row.Ports ?? []).some(({ PublicPort = 0 }) => wanted.includes(PublicPort)),
  );
}

/** A program of the host, and no container, answers where this container has to: no new one could start before that has ended. */
export function isHeldByHost(one: OnHost): boolean {
  const wanted = wantedPorts(one);
  const rows = one.look({ fact: 'containers' });
  if ('fault' in rows) return false;
  const published = rows.value.flatMap(({ Ports }) => (Ports ?? []).map(({ PublicPort = 0 }) => PublicPort));
  return checksOf(one.lab)
    .filter((check) => check.kind === 'http' && containerOf(check) === one.name)
    .some((check) => {
      const fact = one.look(requestOf({ check, lab: one.lab }));
      const port = 'value' in fact ? fact.value?.elsewhere?.port : undefined;
      return port !== undefined && wanted.includes(port) && !published.includes(port);
    });
}

/** As engines allow it: what is called otherwise is not typed for anybody to copy. */
export const isName = (name: string): boolean => /^[\w][\w.-]*$/.test(name);

/** Makes room on the host's ports: what the lab itself names is only stopped, and so is what may be somebody's work. */
export function freePorts(one: OnHost): Step[] {
  const named = new Set(checksOf(one.lab).map(containerOf));
  return portHolders(one)
    .map(rowName)
    .filter((holder) => isName(holder) && !named.has(holder))
    .map((holder) => ({ at: 'host', type: `docker stop ${holder}` }));
}
