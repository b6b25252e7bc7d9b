import type { ErrorObject } from 'ajv';
import { sortOf } from '../checks/match/literal-problems';
import type { Place } from '../messages/codes/spec';
import type { Sort } from '../messages/codes/expectation';
import { isJsonObject, type Json } from '../text/json';
import { nearest } from '../text/nearest';
import { keyProblem, valueProblem, type Draft, type DraftCheck } from './draft';
import { assertionKeys, commonCheckKeys } from './keys';
import type { Problem } from './problem';
import type { Validate, Validators } from './validators';
import { pointerTo } from './yaml/tree';

/** Every key and value that is not what its place takes. */
export function structureProblems(draft: Draft, validators: Validators): readonly Problem[] {
  const checks = draft.tasks.flatMap(({ checks }) => checks);
  return [
    ...problemsOf(draft, validators.lab, draft.json, '', undefined),
    ...checks.flatMap((check) => {
      if (!check.kind) return [];
      const validate = validators.checks[check.kind.kind];
      if (!validate)
        throw new Error(`There is no validator for the kind "${check.kind.kind}": run \`npm run generate\`.`);
      return problemsOf(draft, validate, check.json, check.pointer, check);
    }),
  ];
}

function problemsOf(
  draft: Draft,
  validate: Validate,
  json: Json,
  base: string,
  check: DraftCheck | undefined,
): readonly Problem[] {
  if (validate(json)) return [];
  return (validate.errors ?? []).flatMap((error) => problemOf(draft, error, json, base, check) ?? []);
}

function problemOf(
  draft: Draft,
  { keyword, params, instancePath }: ErrorObject,
  json: Json,
  base: string,
  check: DraftCheck | undefined,
): Problem | undefined {
  const pointer = `${base}${instancePath}`;
  const found = valueAt(json, instancePath);
  const place = placeOf(instancePath, check);
  const kind = check?.kind?.kind;
  const where = { place, ...(kind !== undefined && { kind }) };
  // Each keyword has its own params; ajv types them as a bag.
  const param = (name: string): unknown => (params as Record<string, unknown>)[name];
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(param('additionalProperty'));
      // Said better by the rule about checks of two kinds.
      if (check && instancePath === '' && Object.hasOwn(draft.kinds, key)) return undefined;
      const known = knownKeys(place, instancePath, check);
      return keyProblem(draft, pointerTo(pointer, key), 'key.unknown', {
        key,
        ...where,
        ...unknownIn(key, known),
      });
    }
    case 'required':
      return keyProblem(draft, pointer, 'key.missing', { key: String(param('missingProperty')), ...where });
    case 'type':
      return valueProblem(draft, pointer, 'value.sort', {
        // ajv takes infinity and NaN for no numbers.
        wanted:
          typeof found === 'number' && !Number.isFinite(found)
            ? ['finite number']
            : [param('type')].flat().map((type) => sorts[String(type)] ?? 'text'),
        found: sortOf(found ?? null),
      });
    case 'enum': {
      const known = [param('allowedValues')].flat().map(String);
      if (typeof found !== 'string')
        return valueProblem(draft, pointer, 'value.sort', { wanted: ['text'], found: sortOf(found ?? null) });
      return valueProblem(draft, pointer, 'value.unknown', { value: found, ...unknownIn(found, known) });
    }
    case 'minimum':
    case 'exclusiveMinimum':
      return valueProblem(draft, pointer, 'value.too-small', {
        minimum: Number(param('limit')),
        exclusive: keyword === 'exclusiveMinimum',
      });
    case 'maximum':
      return valueProblem(draft, pointer, 'value.too-large', { maximum: Number(param('limit')) });
    case 'pattern':
      return valueProblem(draft, pointer, 'id.malformed', { id: String(found) });
    case 'const':
      return valueProblem(draft, pointer, 'value.unknown', {
        value: String(found),
        known: [String(param('allowedValue'))],
      });
    default:
      throw new Error(`The schema of labs uses "${keyword}", which has no message.`);
  }
}

const sorts: Readonly<Record<string, Sort>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'mapping',
  null: 'nothing',
};

export function unknownIn(
  word: string,
  known: readonly string[],
): { known: readonly string[]; nearest?: string } {
  const near = nearest(word, known);
  return { known, ...(near !== undefined && { nearest: near }) };
}

function placeOf(instancePath: string, check: DraftCheck | undefined): Place {
  const steps = instancePath.split('/').slice(1);
  const last = steps.at(-1);
  if (check) return steps.length === 0 ? 'check' : last === check.kind?.kind ? 'subject' : 'title';
  if (steps.length === 0) return 'lab';
  return steps.length === 2 ? 'task' : 'title';
}

const labKeys = [
  'vigie',
  'id',
  'lang',
  'title',
  'scale',
  'pass',
  'reveal',
  'digests',
  'images',
  'mirrors',
  'network',
  'tasks',
];
const taskKeys = ['id', 'title', 'course', 'needs', 'points', 'bonus', 'excused', 'checks'];

function knownKeys(place: Place, instancePath: string, check: DraftCheck | undefined): readonly string[] {
  if (place === 'lab') return labKeys;
  if (place === 'task') return taskKeys;
  if (!check?.kind || place === 'title') return ['fr', 'en'];
  if (place === 'subject') return Object.keys(check.kind.subject.keys ?? {});
  return [...Object.keys(check.kind.parameters), ...assertionKeys(check.kind), ...commonCheckKeys];
}

function valueAt(json: Json, pointer: string): Json | undefined {
  let value: Json | undefined = json;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
