import type { Parameter } from '../../checks/attribute';
import { expectationProblems } from '../../checks/match/problems';
import { isJsonObject, type Json } from '../../text/json';
import { valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** Patterns that say what is looked at; those in assertions are checked as expectations. */
export function badPatterns(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (!kind) return [];
    const subject = json[kind.kind];
    const at = pointerTo(pointer, kind.kind);
    const texts: readonly (readonly [string, Json | undefined])[] = [
      ...(kind.subject.pattern ? [[at, subject] as const] : []),
      ...patternsIn(kind.parameters, pointer, json),
      ...(isJsonObject(subject) ? patternsIn(kind.subject.keys ?? {}, at, subject) : []),
    ];
    return texts.flatMap(([place, text]) => (typeof text === 'string' ? malformed(draft, place, text) : []));
  });
}

function patternsIn(
  parameters: Readonly<Record<string, Parameter>>,
  pointer: string,
  json: Readonly<Record<string, Json>>,
): (readonly [string, Json | undefined])[] {
  return Object.entries(parameters)
    .filter(([key, { pattern }]) => pattern === true && Object.hasOwn(json, key))
    .map(([key]) => [pointerTo(pointer, key), json[key]] as const);
}

function malformed(draft: Draft, pointer: string, text: string): readonly Problem[] {
  return expectationProblems({ type: 'string', shape: 'one', kinds: [] }, text).map(({ code, args, at }) =>
    valueProblem(draft, pointer, code, args, at === undefined ? undefined : { shift: at, value: text }),
  );
}
