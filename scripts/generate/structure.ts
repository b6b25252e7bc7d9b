import type { Parameter } from '../../src/checks/attribute';
import type { CheckKind } from '../../src/checks/kind';
import { assertionKeys, idPattern, networkUses, reveals } from '../../src/spec/keys';
import { languages } from '../../src/text/language';

export type Schema = Readonly<Record<string, unknown>>;

/** Parts that are used in many places; a validator of each is generated once. */
export const sharedStructure: Schema = {
  $id: 'shared',
  $defs: {
    id: { type: 'string', pattern: idPattern },
    localized: {
      type: ['string', 'object'],
      properties: Object.fromEntries(languages.map((language) => [language, { type: 'string' }])),
      additionalProperties: false,
    },
    strings: { type: 'array', items: { type: 'string' } },
  },
};
const id: Schema = { $ref: 'shared#/$defs/id' };
const localized: Schema = { $ref: 'shared#/$defs/localized' };
const strings: Schema = { $ref: 'shared#/$defs/strings' };
const mapping = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
  more: Schema | false = false,
): Schema => ({ type: 'object', properties, required, additionalProperties: more });

/** The structure of a lab and its tasks; the checks have validators of their own. */
export const labStructure: Schema = mapping(
  {
    vigie: { const: 1 },
    id,
    lang: { enum: languages },
    title: localized,
    scale: { type: 'number', exclusiveMinimum: 0 },
    pass: { type: 'number', minimum: 0 },
    reveal: { enum: reveals },
    digests: {
      type: 'object',
      additionalProperties: { type: ['string', 'array'], items: { type: 'string' } },
    },
    images: strings,
    mirrors: strings,
    network: { type: 'array', items: { enum: networkUses } },
    tasks: {
      type: 'array',
      items: mapping(
        {
          id,
          title: localized,
          course: localized,
          needs: strings,
          points: { type: 'number', minimum: 0 },
          bonus: { type: 'boolean' },
          excused: localized,
          checks: { type: 'array', items: { type: 'object' } },
        },
        ['id', 'title', 'points', 'checks'],
      ),
    },
  },
  ['vigie', 'id', 'title', 'tasks'],
);

/** Keys that are the same for all kinds of check. */
const common: Readonly<Record<string, Schema>> = {
  id,
  title: localized,
  hint: localized,
  weight: { type: 'number', minimum: 0 },
  partial: { type: 'boolean' },
  within: { type: ['string', 'number'] },
  hidden: { type: 'boolean' },
  excused: localized,
  reveal: { enum: reveals },
};

/** The structure of a check of one kind. What an assertion may say is judged in code, where `holds` is. */
export function checkStructure(kind: CheckKind): Schema {
  const required = Object.entries(kind.parameters).filter(([, parameter]) => parameter.required === true);
  return mapping(
    {
      ...Object.fromEntries(assertionKeys(kind).map((key) => [key, {}])),
      ...Object.fromEntries(
        Object.entries(kind.parameters).map(([key, parameter]) => [key, parameterStructure(parameter)]),
      ),
      ...common,
      [kind.kind]: subjectStructure(kind.subject),
    },
    [kind.kind, ...required.map(([key]) => key)],
  );
}

function subjectStructure({ type, keys = {} }: CheckKind['subject']): Schema {
  const required = Object.entries(keys).filter(([, parameter]) => parameter.required === true);
  const object = mapping(
    Object.fromEntries(Object.entries(keys).map(([key, parameter]) => [key, parameterStructure(parameter)])),
    required.map(([key]) => key),
  );
  switch (type) {
    case 'string':
      return { type: 'string' };
    case 'object':
      return object;
    case 'string-or-object':
      return { ...object, type: ['string', 'object'] };
    case 'string-or-list':
      return { type: ['string', 'array'], items: { type: 'string' } };
  }
}

export function parameterStructure({ type, values, minimum, maximum }: Parameter): Schema {
  const limits = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
  switch (type) {
    case 'string':
      return values ? { type: 'string', enum: values } : { type: 'string' };
    case 'integer':
      return { type: 'integer', ...limits };
    case 'boolean':
      return { type: 'boolean' };
    case 'duration':
      return { type: ['string', 'number'] };
    case 'string-list':
      return strings;
    case 'string-map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'localized':
      return localized;
  }
}
