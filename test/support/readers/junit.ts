import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface JunitResult {
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

export interface JunitCase {
  readonly classname: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly result?: JunitResult;
}

export interface JunitSuite {
  readonly attributes: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
}

export interface JunitFile {
  readonly attributes: Readonly<Record<string, string>>;
  readonly suites: readonly JunitSuite[];
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  // Nothing of ours needs more than XML's own entities and numbers.
  htmlEntities: true,
});

/** Reads a JUnit file, which has to be well-formed. */
export function readJunit(xml: string): JunitFile {
  const problem = XMLValidator.validate(xml);
  if (problem !== true) throw new Error(`Not well-formed: ${JSON.stringify(problem)}`);
  const { testsuites } = parser.parse(xml) as { readonly testsuites: Node };
  return { attributes: attributesOf(testsuites), suites: nodes(testsuites, 'testsuite').map(suiteOf) };
}

function suiteOf(suite: Node): JunitSuite {
  const properties = nodes(suite['properties'] as Node, 'property').map(attributesOf);
  return {
    attributes: attributesOf(suite),
    properties: Object.fromEntries(properties.map(({ name = '', value = '' }) => [name, value] as const)),
    cases: nodes(suite, 'testcase').map(caseOf),
  };
}

function caseOf(node: Node): JunitCase {
  const { classname = '', name = '' } = attributesOf(node);
  const outcome = (['failure', 'error', 'skipped'] as const).find((one) => one in node);
  if (outcome === undefined) return { classname, name, outcome: 'passed' };
  const result = node[outcome] as Node;
  const { type = '', message = '' } = attributesOf(result);
  return { classname, name, outcome, result: { type, message, text: String(result['#text']) } };
}

const nodes = (node: Node, name: string): readonly Node[] => (node[name] ?? []) as readonly Node[];

const attributesOf = (node: Node): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      key.startsWith('@') ? [[key.slice(1), String(value)] as const] : [],
    ),
  );
