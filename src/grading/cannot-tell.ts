import { isJsonObject } from '../text/json';
import type { LoadedLabs } from './load-labs';

/** What an engine never tells, whoever asks: `top`: `docker top`; `exec-command`: what `docker exec` ran; `registry`: what the registry serves. */
export type NeverTold = 'top' | 'exec-command' | 'registry';

/** Which labs will always end incomplete on this kind of engine, and why. */
export function cannotTell(
  labs: LoadedLabs,
  flavour: 'docker' | 'podman',
): readonly { readonly lab: string; readonly never: readonly NeverTold[] }[] {
  if (flavour === 'docker') return [];
  return labs.flatMap(({ lab }) => {
    const never = lab.tasks.flatMap(({ checks }) =>
      checks.flatMap(({ kind, subject, keys }): NeverTold[] => {
        if (kind === 'image') return 'verified' in keys ? ['registry'] : [];
        if (kind !== 'event' || !isJsonObject(subject) || subject['type'] !== 'container') return [];
        if (subject['action'] === 'top') return ['top'];
        return 'command' in subject ? ['exec-command'] : [];
      }),
    );
    return never.length === 0 ? [] : [{ lab: lab.id, never: [...new Set(never)] }];
  });
}
