import { isJsonObject, type Json } from '../../text/json';
import { languages } from '../../text/language';
import { valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

/** Titles, hints and the like that say nothing. */
export function emptyTexts(draft: Draft): readonly Problem[] {
  const places: [string, Readonly<Record<string, Json>>, readonly string[]][] = [
    ['', draft.json, ['title']],
    ...draft.tasks.map(
      ({ pointer, json }) =>
        [pointer, json, ['title', 'course', 'excused']] as [string, typeof json, string[]],
    ),
    ...eachCheck(draft).map(
      ({ pointer, json }) => [pointer, json, ['title', 'hint', 'excused']] as [string, typeof json, string[]],
    ),
  ];
  return places.flatMap(([pointer, json, keys]) =>
    keys.flatMap((key) =>
      Object.hasOwn(json, key) ? emptyText(draft, pointerTo(pointer, key), json[key]) : [],
    ),
  );
}

function emptyText(draft: Draft, pointer: string, text: Json | undefined): readonly Problem[] {
  if (typeof text === 'string')
    return text.trim() === '' ? [valueProblem(draft, pointer, 'text.empty', {})] : [];
  if (!isJsonObject(text)) return [];
  if (Object.keys(text).length === 0) return [valueProblem(draft, pointer, 'text.empty', {})];
  return languages
    .filter((language) => typeof text[language] === 'string' && text[language].trim() === '')
    .map((language) => valueProblem(draft, pointerTo(pointer, language), 'text.empty', { language }));
}

/** `container: ""` names nothing. */
export function emptySubjects(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    const subject = kind && json[kind.kind];
    const at = pointerTo(pointer, kind?.kind ?? '');
    if (typeof subject === 'string' && subject.trim() === '')
      return [valueProblem(draft, at, 'text.empty', {})];
    if (!Array.isArray(subject)) return [];
    return subject.length === 0 ? [valueProblem(draft, at, 'list.empty', {})] : [];
  });
}
