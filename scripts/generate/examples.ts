import type { CheckKind } from '../../src/checks/kind';
import { assertionKeys } from '../../src/spec/keys';
import type { Json } from '../../src/text/json';

/** A check with the kind's own examples: the subject, what is required, and the most telling assertion. */
export function exampleCheck(kind: CheckKind): Readonly<Record<string, Json>> {
  const required = Object.entries(kind.parameters).filter(([, parameter]) => parameter.required === true);
  const own = assertionKeys(kind).filter((key) => key in kind.attributes);
  // A closed list of words shows best what an assertion is.
  const first = own.find((key) => kind.attributes[key]?.values !== undefined) ?? own[0];
  const attribute = first === undefined ? undefined : kind.attributes[first];
  return {
    [kind.kind]: kind.subject.example,
    ...Object.fromEntries(required.map(([key, parameter]) => [key, parameter.example])),
    ...(first !== undefined && attribute && { [first]: attribute.example }),
    ...(!attribute && !kind.assertsPresence && { exists: true }),
  };
}
