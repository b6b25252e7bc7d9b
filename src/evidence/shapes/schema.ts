/** A JSON schema, of the few words that `problem-in` reads. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly enum?: readonly (string | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minItems?: number;
}
type Fields = Readonly<Record<string, Schema>>;

export const text: Schema = { type: 'string' };
export const filled: Schema = { type: 'string', pattern: '.' };
export const flag: Schema = { type: 'boolean' };
/** Infinities and NaN, which JSON can be made to hold (`1e999`), are no numbers. */
export const number: Schema = { type: 'number' };
export const whole: Schema = { type: 'integer' };
export const natural: Schema = { type: 'integer', minimum: 0 };
export const oneOf = (...values: readonly (string | boolean)[]): Schema => ({ enum: values });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const map = (values: Schema): Schema => ({ type: 'object', additionalProperties: values });
export const anything: Schema = {};

const day = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const time = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?';
/** RFC 3339, as Go writes times. */
export const date: Schema = { type: 'string', pattern: `^${day}T${time}(Z|[+-]\\d\\d:\\d\\d)$` };
/** Images may be made without a time. */
export const dateOrNone: Schema = { type: 'string', pattern: `^(${day}T${time}(Z|[+-]\\d\\d:\\d\\d))?$` };

/** Go writes an empty list or map as `null`, here and there. */
export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type ?? [], 'null'].flat() });

/** An object whose fields may be missing, but those that are `required`; fields that are not named may hold anything. */
export const object = (properties: Fields, ...required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

/** The same without anything that must be there, at any depth: for evidence, whose engine may have left it out. */
export function withoutRequired(schema: Schema, but: readonly string[] = []): Schema {
  const { required = [], properties, items, additionalProperties, ...rest } = schema;
  const kept = required.filter((name) => but.includes(name));
  return {
    ...rest,
    ...(kept.length > 0 && { required: kept }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, withoutRequired(inner)]),
      ),
    }),
    ...(items && { items: withoutRequired(items) }),
    ...(additionalProperties && { additionalProperties: withoutRequired(additionalProperties) }),
  };
}
