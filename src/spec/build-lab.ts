import { parseDuration } from '../text/duration';
import { isJsonObject, type Json, type JsonObject } from '../text/json';
import { languages, type Language, type Localized } from '../text/language';
import { numberOf, textOf, textsOf, type Draft, type DraftCheck, type DraftTask } from './draft';
import { isCommonKey, networkUses, reveals } from './keys';
import type { Check, Lab, Position, Reveal, Task } from './lab';
import { defaultScale } from './rules/points';
import { positionAt, type Source } from './source';
import { pointerTo, spotOf } from './yaml/tree';

/** The lab of a draft in which no problem was found, with all defaults filled in. */
export function buildLab(draft: Draft, hash: string): Lab {
  const { json, source } = draft;
  const scale = numberOf(json['scale']) ?? defaultScale;
  return {
    id: textOf(json['id']) ?? '',
    lang: languageOf(json['lang']) ?? 'fr',
    title: localizedOf(json['title']) ?? '',
    scale,
    pass: numberOf(json['pass']) ?? scale / 2,
    reveal: revealOf(json['reveal']) ?? 'hint',
    digests: digestsOf(json['digests']),
    ...(json['mirrors'] !== undefined && { mirrors: textsOf(json['mirrors']) }),
    images: textsOf(json['images']),
    network: networkUses.filter((use) => textsOf(json['network']).includes(use)),
    tasks: draft.tasks.map((task) => buildTask(draft, task)),
    hash,
    file: source.file,
  };
}

function buildTask(draft: Draft, { json, pointer, id = '', checks }: DraftTask): Task {
  const course = localizedOf(json['course']);
  const excused = localizedOf(json['excused']);
  return {
    id,
    title: localizedOf(json['title']) ?? id,
    ...(course !== undefined && { course }),
    needs: textsOf(json['needs']),
    points: numberOf(json['points']) ?? 0,
    bonus: json['bonus'] === true,
    ...(excused !== undefined && { excused }),
    checks: checks.map((check) => buildCheck(draft, check)),
    at: placeOf(draft, pointer),
  };
}

function buildCheck(draft: Draft, { json, pointer, id, kind }: DraftCheck): Check {
  const name = kind?.kind ?? '';
  const keys = Object.entries(json).filter(([key]) => key !== name && !isCommonKey(key));
  const title = localizedOf(json['title']);
  const hint = localizedOf(json['hint']);
  const excused = localizedOf(json['excused']);
  const reveal = revealOf(json['reveal']);
  const within = json['within'];
  const duration =
    typeof within === 'string' || typeof within === 'number' ? parseDuration(within) : undefined;
  return {
    id,
    kind: name,
    subject: json[name] ?? null,
    keys: Object.fromEntries(keys),
    ...(title !== undefined && { title }),
    ...(hint !== undefined && { hint }),
    weight: numberOf(json['weight']) ?? 1,
    partial: json['partial'] === true,
    ...(duration?.ok === true && { within: duration.value }),
    hidden: json['hidden'] === true,
    ...(excused !== undefined && { excused }),
    ...(reveal && { reveal }),
    at: placeOf(draft, pointer),
    positions: Object.fromEntries(
      keys.map(([key]) => [key, keyPlace(draft, draft.source, pointerTo(pointer, key))]),
    ),
  };
}

function placeOf({ source, tree }: Draft, pointer: string): Position {
  return positionAt(source, spotOf(tree, pointer).value.start);
}

function keyPlace({ tree }: Draft, source: Source, pointer: string): Position {
  const spot = spotOf(tree, pointer);
  return positionAt(source, (spot.key ?? spot.value).start);
}

function localizedOf(value: Json | undefined): Localized | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = textOf(value[language]);
      return text === undefined ? [] : [[language, text] as const];
    }),
  );
}

const languageOf = (value: Json | undefined): Language | undefined =>
  languages.find((language) => language === value);
const revealOf = (value: Json | undefined): Reveal | undefined => reveals.find((reveal) => reveal === value);

function digestsOf(value: Json | undefined): Readonly<Record<string, readonly string[]>> {
  const digests: JsonObject = isJsonObject(value) ? value : {};
  return Object.fromEntries(
    Object.entries(digests).map(([image, list]) => [
      image,
      typeof list === 'string' ? [list] : textsOf(list),
    ]),
  );
}
