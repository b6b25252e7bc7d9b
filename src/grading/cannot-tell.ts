import { otherMirrors } from '../checks/kinds/image/heard';
import { vouchedFor } from '../checks/kinds/image/vouched';
import type { Check, Lab, Task } from '../spec/lab';
import { parseReference } from '../text/image-reference';
import { isJsonObject } from '../text/json';
import type { LoadedLabs } from './load-labs';

/**
 * What an engine never tells, whoever asks. `top`: `docker top`; `exec-command`: what `docker exec` ran; `registry`: what the registry serves; `mirror`: that
 * too, since the mirror which it asks is none that the lab counts.
 */
export type NeverTold = 'top' | 'exec-command' | 'registry' | 'mirror';

export interface Asked {
  readonly flavour: 'docker' | 'podman';
  readonly mirrors?: readonly string[];
}

/** A task that this engine leaves undecided, and why. */
export interface Undecided {
  readonly lab: Lab;
  readonly task: Task;
  readonly never: readonly NeverTold[];
}

/** Which tasks will always end undecided on this engine, in the order of the labs. */
export function cannotTell(labs: LoadedLabs, engine: Asked): readonly Undecided[] {
  return labs.flatMap(({ lab }) =>
    lab.tasks.flatMap((task): readonly Undecided[] => {
      if (task.excused !== undefined) return [];
      const never = task.checks.flatMap((check) => neverToldOf(check, lab, engine));
      return never.length === 0 ? [] : [{ lab, task, never: [...new Set(never)] }];
    }),
  );
}

function neverToldOf(check: Check, lab: Lab, engine: Asked): readonly NeverTold[] {
  const { kind, subject, keys, excused } = check;
  if (excused !== undefined) return [];
  if (kind === 'image') return ofRegistry(subject, Object.keys(keys), lab, engine);
  const isEvent = kind === 'event' && isJsonObject(subject) && subject['type'] === 'container';
  if (!isEvent || engine.flavour === 'docker') return [];
  if (subject['action'] === 'top') return ['top'];
  return 'command' in subject ? ['exec-command'] : [];
}

/** What the lab itself vouches for is asked of nobody. */
function ofRegistry(
  subject: Check['subject'],
  keys: readonly string[],
  lab: Lab,
  { flavour, mirrors = [] }: Asked,
): readonly NeverTold[] {
  const name = typeof subject === 'string' ? parseReference(subject) : undefined;
  if (!name?.ok || vouchedFor(name.value, lab.digests).length > 0) return [];
  const asks = (key: string): boolean => keys.includes(key);
  if (flavour === 'podman' && asks('verified')) return ['registry'];
  const isOther = otherMirrors(name.value, mirrors, lab).length > 0;
  return isOther && (asks('verified') || asks('pulled')) ? ['mirror'] : [];
}
