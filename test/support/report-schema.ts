import Ajv2020 from 'ajv/dist/2020';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a schema of `test/contract/report` has against a text; null when it takes it. */
export function schemaProblems(name: string): (json: string) => unknown {
  const schema = JSON.parse(
    readFileSync(join(__dirname, '../contract/report', `${name}.schema.json`), 'utf8'),
  ) as { readonly $schema: string };
  const Validator = schema.$schema.includes('2020-12') ? Ajv2020 : Ajv;
  const validate = new Validator({
    allErrors: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
  }).compile(schema);
  return (json) => (validate(JSON.parse(json)), validate.errors);
}
