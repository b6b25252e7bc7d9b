import { DOCKER_HUB } from '../images/docker-hub';
import type { RegistryOptions } from '../room/registry';
import { labelsOf } from './labels';
import type { OuterEngine } from './outer-engine';

/** One registry for all rooms of this process on the outer engine: each image comes from outside once. */
export interface Mirror {
  /** `<address>:<port>` in the outer engine's default network. */
  readonly address: string;
  readonly id: string;
  remove(): Promise<void>;
}

const PORT = 5000;

/** A pull-through mirror of Docker Hub, or the stand-ins where Docker Hub does not answer (`standIns`, with the image that has a registry). */
export async function startMirror(
  outer: OuterEngine,
  standIns: { readonly image: string; readonly registry: RegistryOptions } | undefined,
): Promise<Mirror> {
  const labels = Object.entries(labelsOf('mirror')).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
  const run = ['run', '-d', '--memory', '512m', '--pids-limit', '256', ...labels];
  const id = await outer.must([...run, ...(standIns === undefined ? proxyOfHub : registryOf(standIns))], {
    deadlineMs: 300_000,
  });
  const remove = async () => {
    await outer.ask(['rm', '-f', '-v', id]);
  };
  const address = await outer.must(['inspect', '-f', '{{.NetworkSettings.IPAddress}}', id]);
  return { id, address: `${address}:${PORT}`, remove };
}

const proxyOfHub = ['-e', `REGISTRY_PROXY_REMOTEURL=${DOCKER_HUB}`, 'registry:2'];

function registryOf({
  image,
  registry,
}: {
  readonly image: string;
  readonly registry: RegistryOptions;
}): string[] {
  const config = {
    version: '0.1',
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: '/registry' }, maintenance: { readonly: { enabled: true } } },
    http: { addr: `:${PORT}` },
  };
  const start = 'printf %s "$1" > /registry.yml; exec docker-registry serve /registry.yml';
  const storage = ['-v', `${registry.storage}:/registry:ro`];
  return [...storage, '--entrypoint', 'sh', image, '-c', start, 'sh', JSON.stringify(config)];
}
