import { isAboutTheMap } from '../../checks/match/map-matchers';
import { isJsonObject, type Json } from '../../text/json';
import { isPatternText } from '../../text/pattern';
import { keyProblem, valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';
import { isName, meant, nameLike } from './names';
import { wholeValuesIn } from './whole-values';

/** Measured on Docker 20.10: a network may be called `/ubuntu`, `${NAME}` or `my web`, which no container and no volume may. */
export function unusualNetworks(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    const subject = kind?.kind === 'event' ? json['event'] : undefined;
    const own = isJsonObject(subject) ? subject['network'] : undefined;
    const [networks, addresses] = kind?.kind === 'container' ? [json['networks'], json['ip-addresses']] : [];
    return [
      ...(typeof own === 'string' ? unusual(draft, pointerTo(pointer, 'event', 'network'), own) : []),
      ...wholeValuesIn(networks ?? [])
        .filter(({ value }) => !isPatternText(value))
        .flatMap(({ value, path }) => unusual(draft, pointerTo(pointer, 'networks', ...path), value)),
      ...keysOf(addresses).flatMap((key) =>
        unusual(draft, pointerTo(pointer, 'ip-addresses', key), key, keyProblem),
      ),
    ];
  });
}

const keysOf = (expected: Json | undefined): readonly string[] =>
  isJsonObject(expected) && !isAboutTheMap(expected) && typeof expected['same-as'] !== 'string'
    ? Object.keys(expected)
    : [];

function unusual(
  draft: Draft,
  at: string,
  value: string,
  tell: typeof keyProblem = valueProblem,
): readonly Problem[] {
  // Whoever calls a network by one letter knows it.
  if (isName(value) || /^[a-zA-Z0-9]$/.test(value)) return [];
  return [tell(draft, at, 'name.unusual', { value, ...meant(nameLike(value)) })];
}
