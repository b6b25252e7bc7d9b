import type { FactName, JestFact } from '../../evidence/facts';
import type { Request } from '../../evidence/request';
import { message } from '../../messages/message';
import { languages } from '../../text/language';
import type { Attribute } from '../attribute';
import { defineKind } from '../kind';

/** Facts that a hand-written grader may look at, by the word before the slash. */
const readable: Partial<Record<FactName, (name: string) => Request[]>> = {
  container: (name) => [{ fact: 'container', name }, { fact: 'containers' }],
  image: (reference) => [{ fact: 'image', reference }, { fact: 'images' }],
  logs: (container) => [{ fact: 'logs', container }],
  top: (container) => [{ fact: 'top', container }],
  events: () => [{ fact: 'events' }],
  containers: () => [{ fact: 'containers' }],
  images: () => [{ fact: 'images' }],
};

/** What stands behind the slash, where something does. */
export const nameBehind: Readonly<Record<string, 'container' | 'image' | 'nothing'>> = {
  container: 'container',
  image: 'image',
  logs: 'container',
  top: 'container',
  events: 'nothing',
  containers: 'nothing',
  images: 'nothing',
};

/** What `reads: [container/ubuntu, logs/ubuntu, events]` asks for. */
export function requestsRead(reads: unknown): Request[] {
  if (!Array.isArray(reads)) return [];
  return reads.flatMap((item) => {
    const [word = '', ...rest] = String(item).split('/');
    return Object.hasOwn(readable, word) ? (readable[word as FactName]?.(rest.join('/')) ?? []) : [];
  });
}

/** What the test said; of its languages those that are there, and are texts. */
function saidBy({ message: said = '', texts }: JestFact) {
  const known = languages.flatMap((language) => {
    const text = texts?.[language];
    return typeof text === 'string' ? [[language, text] as const] : [];
  });
  return { said, ...(known.length > 0 && { texts: Object.fromEntries(known) }) };
}

const exists: Attribute<JestFact> = {
  name: { fr: 'résultat du test', en: 'result of the test' },
  words: {
    fr: { values: { true: 'réussi', false: 'pas réussi' } },
    en: { values: { true: 'passed', false: 'not passed' } },
  },
  type: 'boolean',
  shape: 'one',
  describe: 'The test passes.',
  example: true,
  read: (fact) =>
    fact.outcome === 'passed'
      ? { value: true }
      : { value: false, message: message('jest.failed', saidBy(fact)) },
};

export const jestKind = defineKind<JestFact>({
  kind: 'jest',
  name: { fr: 'test', en: 'test' },
  describe: 'A hand-written test in `graders/`, by its title: for what YAML cannot say.',
  subject: {
    type: 'string',
    describe: 'The title of the test, as `test(title, …)` has it.',
    example: 'the console shows the prompt of the container',
  },
  parameters: {
    reads: {
      type: 'string-list',
      describe:
        'What the test looks at, collected for it: `container/NAME`, `image/NAME`, `logs/NAME`, `top/NAME`, `events`, `containers`, `images`.',
      example: ['container/ubuntu', 'logs/ubuntu'],
    },
  },
  attributes: { exists },
  assertsPresence: true,
  needs: ({ check }) => [
    ...requestsRead(check.keys['reads']),
    { fact: 'jest', title: String(check.subject) },
  ],
  open: ({ check }, look) => {
    const title = String(check.subject);
    const fact = look({ fact: 'jest', title });
    if ('fault' in fact) return fact;
    // A test that breaks is ours to mend, and costs no student a point.
    if (fact.value.outcome === 'crashed')
      return { fault: { code: 'grader.crashed', args: { title, ...saidBy(fact.value) } } };
    return { found: fact.value };
  },
  nearMisses: [],
});
