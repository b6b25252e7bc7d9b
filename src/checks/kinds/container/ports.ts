import type { PortMap } from '../../../evidence/docker';
import { formatPublication, mergeFamilies } from '../../../text/published-port';
import type { Container } from './open';

/** The port map that counts: what is in force while it runs, else what was asked for. */
export function portMapOf({ inspect }: Container): PortMap {
  const inForce = inspect.NetworkSettings?.Ports ?? {};
  const published = Object.values(inForce).some((rows) => (rows?.length ?? 0) > 0);
  return inspect.State?.Running === true || published ? inForce : (inspect.HostConfig?.PortBindings ?? {});
}

/** Published ports as `-p` writes them, one a publication, in a stable order. */
export function publicationsOf(container: Container): string[] {
  const rows = Object.entries(portMapOf(container)).flatMap(([key, bindings]) => {
    const [port = '', protocol = 'tcp'] = key.split('/');
    return (bindings ?? []).map((binding) => ({
      hostIp: binding.HostIp ?? '',
      hostPort: Number(binding.HostPort ?? 0),
      containerPort: Number(port),
      protocol,
    }));
  });
  return mergeFamilies(rows).map(formatPublication);
}
