import type { Schema } from './schema';

/**
 * What is wrong first with a value, such as `/State/StartedAt: pattern`; `undefined`: it is of the shape. As deep as the schema is, however deep the
 * value. Our own reading of these few words: ajv's compiler takes longer than a whole look, and its compiled validators of these shapes are a megabyte.
 */
export function problemIn(schema: Schema, value: unknown, at = ''): string | undefined {
  const { type, pattern, minimum, minItems } = schema;
  const wrong = (word: string): string => `${at === '' ? '/' : at}: ${word}`;
  if (type !== undefined && ![type].flat().some((name) => isOfType(name, value))) return wrong('type');
  if (schema.enum && !schema.enum.some((one) => one === value)) return wrong('enum');
  if (typeof value === 'string')
    return pattern === undefined || new RegExp(pattern, 'u').test(value) ? undefined : wrong('pattern');
  if (typeof value === 'number')
    return minimum === undefined || value >= minimum ? undefined : wrong('minimum');
  if (Array.isArray(value)) {
    if (minItems !== undefined && value.length < minItems) return wrong('minItems');
    return schema.items && firstIn(value.entries(), schema.items, at);
  }
  if (typeof value === 'object' && value !== null)
    return problemInFields(schema, value as Readonly<Record<string, unknown>>, at);
  return undefined;
}

function problemInFields(
  { required, properties, additionalProperties }: Schema,
  value: Readonly<Record<string, unknown>>,
  at: string,
): string | undefined {
  const missing = required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${at}/${missing}: required`;
  for (const [name, inner] of Object.entries(properties ?? {})) {
    const problem = Object.hasOwn(value, name) ? problemIn(inner, value[name], `${at}/${name}`) : undefined;
    if (problem !== undefined) return problem;
  }
  return additionalProperties && firstIn(Object.entries(value), additionalProperties, at);
}

function firstIn(
  entries: Iterable<readonly [string | number, unknown]>,
  schema: Schema,
  at: string,
): string | undefined {
  for (const [key, inner] of entries) {
    const problem = problemIn(schema, inner, `${at}/${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isOfType(name: string, value: unknown): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === name;
  }
}
