import type { Check } from '../../../spec/lab';
import { isJsonObject } from '../../../text/json';

/**
 * Names of the environment variables whose values a check looks at; all other values stay out of the evidence,
 * since that is where people keep passwords.
 */
export function environmentAskedFor(check: Check): readonly string[] | 'all' | undefined {
  const inspect = check.keys['inspect'];
  if (isJsonObject(inspect) && Object.keys(inspect).some((path) => path.startsWith('Config.Env')))
    return 'all';
  const env = check.keys['env'];
  if (isJsonObject(env)) return Object.keys(env);
  return undefined;
}
