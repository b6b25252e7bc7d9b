import type { ContainerConfig } from '../../evidence/docker';
import { allNames } from '../../evidence/request';

type Names = readonly string[] | 'all' | undefined;
interface WithEnvironment {
  readonly Config?: ContainerConfig | null;
  /** Old engines show the configuration of an image's last build container as well. */
  readonly ContainerConfig?: ContainerConfig | null;
}

/** Leaves out all environment variables but those named: evidence is mailed and kept. With `*` the others keep their names, not their values. */
export function keepEnvironment<T extends WithEnvironment>(inspect: T, names: Names): T {
  if (names === 'all') return inspect;
  const kept = (config: ContainerConfig): ContainerConfig => ({
    ...config,
    Env: (config.Env ?? []).flatMap((line) => {
      const name = line.split('=', 1)[0] ?? '';
      if (names?.includes(name)) return [line];
      return names?.includes(allNames) ? [name] : [];
    }),
  });
  return {
    ...inspect,
    ...(inspect.Config?.Env && { Config: kept(inspect.Config) }),
    ...(inspect.ContainerConfig?.Env && { ContainerConfig: kept(inspect.ContainerConfig) }),
  };
}

/** The same for a line of `docker history`: the values of `ENV`, and of the build arguments that a `RUN` was given. */
export function keepHistoryEnvironment(createdBy: string, names: Names): string {
  if (names === 'all') return createdBy;
  const env = /^((?:\/bin\/sh -c #\(nop\)\s+)?ENV\s+[^\s=]+)[\s=]/.exec(createdBy);
  if (env) return `${env[1]}=…`;
  const run = /^((?:RUN )?\|\d+) .*?(\/bin\/\w+ -\w*c .*)?$/s.exec(createdBy);
  return run ? `${run[1]} … ${run[2] ?? ''}`.trimEnd() : createdBy;
}
