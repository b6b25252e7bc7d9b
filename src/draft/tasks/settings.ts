import type { HostConfig } from '../../evidence/docker';
import type { Json } from '../../text/json';

/** Settings of `docker run` that are not the engine's own, by the keys of a `container` check. */
export function settingsOf(host: HostConfig): Readonly<Record<string, Json>> {
  const { RestartPolicy: restart, Memory: memory = 0, NanoCpus: cpus = 0, NetworkMode: mode } = host;
  const policy = restart?.Name ?? '';
  const retries = restart?.MaximumRetryCount ?? 0;
  return {
    ...(policy !== '' && policy !== 'no' && { 'restart-policy': policy }),
    ...(retries > 0 && { 'restart-retries': retries }),
    ...(memory > 0 && { memory }),
    ...(cpus > 0 && { cpus: cpus / 1e9 }),
    ...(host.Privileged === true && { privileged: true }),
    ...(host.ReadonlyRootfs === true && { 'read-only': true }),
    ...((mode === 'host' || mode === 'none') && { 'network-mode': mode }),
  };
}
