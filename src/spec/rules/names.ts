import type { Parameter } from '../../checks/attribute';
import { isImageId, parseReference } from '../../text/image-reference';
import { isJsonObject, type Json } from '../../text/json';
import { valueProblem, type Draft, type keyProblem } from '../draft';
import type { Problem } from '../problem';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';

export type Named = 'container' | 'volume' | 'image' | 'path';

/** What the keys of checks name, parameters and those of a subject alike. */
const namedBy: Readonly<Record<string, Named>> = {
  in: 'container',
  of: 'container',
  container: 'container',
  volume: 'volume',
  image: 'image',
  workdir: 'path',
};
/** What a subject that is a text names; images have a rule of their own. */
export const subjects: Readonly<Record<string, Named>> = {
  container: 'container',
  logs: 'container',
  file: 'path',
};

/** What no engine lets anybody create: the check could never pass, or with `exists: false` never fail. An ID has the form of a name. */
export function namesOfNothing(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) => {
    if (!kind) return [];
    const subject = json[kind.kind];
    const at = pointerTo(pointer, kind.kind);
    const own = Object.hasOwn(subjects, kind.kind) ? subjects[kind.kind] : undefined;
    return [
      // An empty one is told as that.
      ...(own && subject !== '' ? malformed(draft, at, own, subject) : []),
      ...(isJsonObject(subject) ? inKeys(draft, at, kind.subject.keys ?? {}, subject) : []),
      ...inKeys(draft, pointer, kind.parameters, json),
    ];
  });
}

function inKeys(
  draft: Draft,
  pointer: string,
  known: Readonly<Record<string, Parameter>>,
  json: Readonly<Record<string, Json>>,
): readonly Problem[] {
  return Object.entries(namedBy).flatMap(([key, named]) =>
    Object.hasOwn(known, key) && known[key]?.pattern !== true && Object.hasOwn(json, key)
      ? malformed(draft, pointerTo(pointer, key), named, json[key])
      : [],
  );
}

/** What no engine takes as the name of that. `tell` says where: at a value, unless it is told otherwise. */
export function malformed(
  draft: Draft,
  at: string,
  named: Named,
  value: Json | undefined,
  tell: typeof keyProblem = valueProblem,
): readonly Problem[] {
  // What is no text is told by its structure.
  if (typeof value !== 'string') return [];
  switch (named) {
    case 'image': {
      const reference = parseReference(value);
      if (reference.ok || isImageId(value)) return [];
      const { code, part } = reference.error;
      return [tell(draft, at, 'value.malformed', { value, reason: code, part })];
    }
    case 'path':
      if (value.startsWith('/') && !value.includes('\0')) return [];
      return [tell(draft, at, 'name.no-path', { value, ...meant(pathLike(value)) })];
    case 'container':
    case 'volume':
      if (isName(value)) return [];
      return [tell(draft, at, 'name.impossible', { named, value, ...meant(nameLike(value)) })];
  }
}

/** As moby has it for both (`RestrictedNamePattern`). */
export const isName = (text: string): boolean => /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(text);

/** `/ubuntu`, as the engine's answers have it, and `my web`; of anything else nobody knows what was meant. */
export function nameLike(text: string): string | undefined {
  const name = text.trim().replace(/^\//, '').replaceAll(' ', '-');
  return isName(name) ? name : undefined;
}

const pathLike = (text: string): string | undefined =>
  /^(?:\.\/)?[\w.-]+(?:\/[\w.-]*)*$/.test(text) ? `/${text.replace(/^\.\//, '')}` : undefined;

export const meant = (form: string | undefined): { readonly form?: string } =>
  form === undefined ? {} : { form };
