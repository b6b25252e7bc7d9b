import { parseDuration } from '../../text/duration';
import { isJsonObject, type Json } from '../../text/json';
import { keyProblem, valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** Waiting changes nothing about these: what is written in a file, what a test has said, which engine runs. */
const unchanging: readonly string[] = ['answer', 'jest', 'engine'];

export function unchangingWithin(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) =>
    kind && unchanging.includes(kind.kind) && Object.hasOwn(json, 'within')
      ? [keyProblem(draft, pointerTo(pointer, 'within'), 'check.within-unchanging', { kind: kind.kind })]
      : [],
  );
}

export function badDurations(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    const subject = kind && json[kind.kind];
    const places: [string, Json | undefined][] = [
      [pointerTo(pointer, 'within'), json['within']],
      ...durationsIn(kind?.parameters ?? {}, pointer, json),
      ...(kind && isJsonObject(subject)
        ? durationsIn(kind.subject.keys ?? {}, pointerTo(pointer, kind.kind), subject)
        : []),
    ];
    return places.flatMap(([at, value]) => {
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      const duration = parseDuration(value);
      if (duration.ok) return [];
      const { code, part } = duration.error;
      return [valueProblem(draft, at, 'value.malformed', { value: String(value), reason: code, part })];
    });
  });
}

function durationsIn(
  parameters: Readonly<Record<string, { readonly type: string }>>,
  pointer: string,
  json: Readonly<Record<string, Json>>,
): [string, Json | undefined][] {
  return Object.entries(parameters)
    .filter(([key, { type }]) => type === 'duration' && Object.hasOwn(json, key))
    .map(([key]) => [pointerTo(pointer, key), json[key]]);
}
