import type { Parameter } from '../../src/checks/attribute';
import type { CheckKind } from '../../src/checks/kind';
import { assertionKeys, idPattern, networkUses, reveals } from '../../src/spec/keys';
import { languages } from '../../src/text/language';
import { commonKeys, existsDescription, labKeys, taskKeys } from './descriptions';
import { attributeSchema, expectationDefs } from './expectation-schema';
import type { Schema } from './structure';

type Kinds = Readonly<Record<string, CheckKind>>;
type Properties = Readonly<Record<string, Schema>>;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const id: Schema = { type: 'string', pattern: idPattern };
const strings: Schema = { type: 'array', items: { type: 'string' } };
const mapping = (properties: Properties, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** The JSON Schema that editors use for completion, hover and first checks; `vigie lint` has the last word. */
export function labSchema(kinds: Kinds): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A lab of Vigie',
    description: 'What must be true on a student’s Docker host, task by task.',
    ...describe(mapping(labProperties, ['vigie', 'id', 'title', 'tasks']), labKeys),
    $defs: {
      localized: {
        description: 'A text for all languages, or one a language.',
        anyOf: [
          { type: 'string', pattern: '\\S' },
          {
            type: 'object',
            minProperties: 1,
            additionalProperties: false,
            properties: Object.fromEntries(
              languages.map((language) => [language, { type: 'string', pattern: '\\S' }]),
            ),
          },
        ],
      },
      task: describe(mapping(taskProperties, ['id', 'title', 'points', 'checks']), taskKeys),
      check: { anyOf: Object.keys(kinds).map((kind) => ref(`check-${kind}`)) },
      ...Object.fromEntries(Object.values(kinds).map((kind) => [`check-${kind.kind}`, checkSchema(kind)])),
      ...expectationDefs,
    },
  };
}

const labProperties: Properties = {
  vigie: { const: 1 },
  id,
  lang: { enum: languages, default: 'fr' },
  title: ref('localized'),
  scale: { type: 'number', exclusiveMinimum: 0, default: 20 },
  pass: { type: 'number', minimum: 0 },
  reveal: { enum: reveals, default: 'hint' },
  digests: {
    type: 'object',
    additionalProperties: { type: ['string', 'array'], items: { type: 'string' } },
    examples: [{ 'hello-world:latest': `sha256:${'0'.repeat(64)}` }],
  },
  images: strings,
  mirrors: strings,
  network: { type: 'array', items: { enum: networkUses } },
  tasks: { type: 'array', minItems: 1, items: ref('task') },
};

const taskProperties: Properties = {
  id,
  title: ref('localized'),
  course: ref('localized'),
  needs: strings,
  points: { type: 'number', minimum: 0 },
  bonus: { type: 'boolean', default: false },
  excused: ref('localized'),
  checks: { type: 'array', minItems: 1, items: ref('check') },
};

const commonProperties: Properties = {
  id,
  title: ref('localized'),
  hint: ref('localized'),
  weight: { type: 'number', minimum: 0, default: 1 },
  partial: { type: 'boolean', default: false },
  within: { type: 'string', examples: ['10s'] },
  hidden: { type: 'boolean', default: false },
  excused: ref('localized'),
  reveal: { enum: reveals },
};

function checkSchema(kind: CheckKind): Schema {
  const assertions = assertionKeys(kind).map((key) => {
    const attribute = kind.attributes[key];
    return [
      key,
      attribute ? attributeSchema(attribute) : { type: 'boolean', description: existsDescription },
    ] as const;
  });
  const required = Object.entries(kind.parameters).filter(([, parameter]) => parameter.required === true);
  return {
    description: kind.describe,
    ...mapping(
      {
        [kind.kind]: subjectSchema(kind.subject),
        ...parameterProperties(kind.parameters),
        ...Object.fromEntries(assertions),
        ...propertiesWith(commonProperties, commonKeys),
      },
      [kind.kind, ...required.map(([key]) => key)],
    ),
  };
}

function subjectSchema({ type, keys = {}, describe, example }: CheckKind['subject']): Schema {
  const required = Object.entries(keys).filter(([, parameter]) => parameter.required === true);
  const object = mapping(
    parameterProperties(keys),
    required.map(([key]) => key),
  );
  const word: Schema = { type: ['string', 'number', 'boolean'] };
  const about = { description: describe, examples: [example] };
  switch (type) {
    case 'string':
      return { ...about, ...word };
    case 'object':
      return { ...about, ...object };
    case 'string-or-object':
      return { ...about, anyOf: [word, object] };
    case 'string-or-list':
      return { ...about, anyOf: [word, { type: 'array', minItems: 1, items: word }] };
  }
}

const parameterProperties = (parameters: Readonly<Record<string, Parameter>>): Properties =>
  Object.fromEntries(Object.entries(parameters).map(([key, parameter]) => [key, parameterSchema(parameter)]));

function parameterSchema({ type, values, minimum, maximum, describe, example }: Parameter): Schema {
  const about = { description: describe, examples: [example] };
  const word: Schema = { type: ['string', 'number', 'boolean'] };
  switch (type) {
    case 'string':
      return values ? { ...about, enum: values } : { ...about, ...word };
    case 'integer':
      return {
        ...about,
        type: 'integer',
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    case 'boolean':
      return { ...about, type: 'boolean' };
    case 'duration':
      return { ...about, type: 'string' };
    case 'string-list':
      return { ...about, type: 'array', items: word };
    case 'string-map':
      return { ...about, type: 'object', additionalProperties: word };
    case 'localized':
      return { ...about, anyOf: [ref('localized')] };
  }
}

function propertiesWith(properties: Properties, texts: Readonly<Record<string, string>>): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([key, { $ref, ...schema }]) => [
      key,
      // Beside `$ref` draft 7 ignores everything.
      { description: texts[key], ...($ref === undefined ? schema : { allOf: [{ $ref }] }) },
    ]),
  );
}

function describe(schema: Schema, texts: Readonly<Record<string, string>>): Schema {
  return { ...schema, properties: propertiesWith(schema['properties'] as Properties, texts) };
}
