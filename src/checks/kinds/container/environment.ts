import { allNames } from '../../../evidence/request';
import type { Check } from '../../../spec/lab';
import { isJsonObject, type Json } from '../../../text/json';
import { isAboutTheMap } from '../../match/map-matchers';

/**
 * Names of the environment variables whose values a check looks at; all other values stay out of the evidence,
 * since that is where people keep passwords.
 */
export function environmentAskedFor(check: Check): readonly string[] | 'all' | undefined {
  const inspect = check.keys['inspect'];
  if (isJsonObject(inspect) && Object.keys(inspect).some((path) => path.startsWith('Config.Env')))
    return 'all';
  const names = namesIn(check.keys['env']);
  return names === 'all' || names.length > 0 ? names : undefined;
}

/** Of expectations by name those names; what is asked of all variables together needs all of their names. */
function namesIn(expected: Json | undefined): readonly string[] | 'all' {
  if (expected === undefined) return [];
  if (!isJsonObject(expected)) return [allNames];
  if (!isAboutTheMap(expected)) return Object.keys(expected);
  const each = Object.entries(expected).flatMap(([matcher, argument]) => {
    if (matcher === 'equals') return ['all'] as const;
    if (!['not', 'any', 'all', 'none'].includes(matcher)) return [[allNames]];
    return (Array.isArray(argument) ? (argument as readonly Json[]) : [argument]).map(namesIn);
  });
  return each.some((names) => names === 'all') ? 'all' : each.flat();
}
