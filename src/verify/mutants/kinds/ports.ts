import type { ContainerRef } from '../../../evidence/container-ref';
import type { ContainerInspect, PortBinding, PortMap } from '../../../evidence/docker';
import type { MutantCode } from '../codes';
import { changeContainer } from '../containers';
import type { Target, Wrong } from '../mutant';

type Row = readonly [key: string, bindings: readonly PortBinding[]];

/** How `-p` goes wrong: left out, the wrong way round, other numbers, on 127.0.0.1 only, udp. A port forbidden by the check is not made up. */
export function wrongPorts(
  { check }: Target,
  ref: ContainerRef,
  assertion: 'ports' | 'requested-ports',
): Wrong[] {
  const publish = (code: MutantCode, change: (row: Row) => Row): Wrong => ({
    code,
    assertion,
    change: (host) => changeContainer(host, ref, (inspect) => republished(inspect, change)),
  });
  if (JSON.stringify(check.keys[assertion]).includes('"not"')) return [];
  return [
    publish('ports.none', ([key]) => [key, []]),
    publish('ports.swapped', swapped),
    publish('ports.other-host-port', ([key, bindings]) => [
      key,
      bindings.map((binding) => ({ ...binding, HostPort: String(Number(binding.HostPort ?? 0) + 8000) })),
    ]),
    publish('ports.other-container-port', ([key, bindings]) => [
      key.replace(/^\d+/, (port) => String(Number(port) + 1)),
      bindings,
    ]),
    publish('ports.loopback', ([key, bindings]) => [
      key,
      bindings.slice(0, 1).map((binding) => ({ ...binding, HostIp: '127.0.0.1' })),
    ]),
    publish('ports.udp', ([key, bindings]) => [key.replace(/\/\w+$|$/, '/udp'), bindings]),
  ];
}

function swapped([key, bindings]: Row): Row {
  const [port = '', protocol = 'tcp'] = key.split('/');
  const host = bindings[0]?.HostPort ?? port;
  return [`${host}/${protocol}`, bindings.map((binding) => ({ ...binding, HostPort: port }))];
}

/** In force and asked for alike, as the engine tells both. */
function republished(inspect: ContainerInspect, change: (row: Row) => Row): ContainerInspect {
  const host = inspect.HostConfig;
  return {
    ...inspect,
    HostConfig: { ...host, PortBindings: changedPorts(host?.PortBindings, change) },
    NetworkSettings: {
      ...inspect.NetworkSettings,
      Ports: changedPorts(inspect.NetworkSettings?.Ports, change),
    },
  };
}

const changedPorts = (ports: PortMap | null | undefined, change: (row: Row) => Row): PortMap =>
  Object.fromEntries(
    Object.entries(ports ?? {})
      .map(([key, bindings]) => change([key, bindings ?? []]))
      .filter(([, bindings]) => bindings.length > 0),
  );
