import type { ContainerConfig } from '../../evidence/docker';

/** Leaves out the values of all environment variables but those named: evidence is mailed and kept. */
export function keepEnvironment<T extends { readonly Config?: ContainerConfig | null }>(
  inspect: T,
  names: readonly string[] | 'all' | undefined,
): T {
  const env = inspect.Config?.Env;
  if (names === 'all' || !env) return inspect;
  const kept = env.filter((line) => (names ?? []).includes(line.split('=', 1)[0] ?? ''));
  return { ...inspect, Config: { ...inspect.Config, Env: kept } };
}
