/** A kind that works: it looks for a container of that name. What makes it another kind is for its author. */
export const kindFile = (
  kind: string,
  type: string,
): string => `import type { ContainerSummary } from '../../evidence/docker';
import { message } from '../../messages/message';
import { defineKind } from '../kind';

/** What a check of this kind looks at. */
interface ${type} {
  readonly row: ContainerSummary;
}

export const ${kind}Kind = defineKind<${type}>({
  kind: '${kind}',
  name: { fr: 'TODO : ${kind}', en: 'TODO: ${kind}' },
  describe: 'TODO: one sentence for the reference page.',
  subject: { type: 'string', describe: 'TODO: what the name names.', example: 'name' },
  parameters: {},
  attributes: {
    state: {
      name: { fr: 'TODO : état', en: 'TODO: state' },
      type: 'string',
      shape: 'one',
      describe: 'TODO: one sentence, in the words of Docker.',
      example: 'running',
      read: ({ row }) => ({ value: row.State }),
    },
  },
  assertsPresence: false,
  // TODO: what has to be asked of the host; a new fact goes to src/evidence and src/collect/facts.
  needs: () => [{ fact: 'containers' }],
  open: ({ check }, look) => {
    const name = String(check.subject);
    const containers = look({ fact: 'containers' });
    if ('fault' in containers) return containers;
    const row = containers.value.find(({ Names }) => Names?.includes(\`/\${name}\`));
    return row ? { found: { row } } : { missing: message('${kind}.absent', { name }), cause: \`${kind}/\${name}\` };
  },
  // TODO: what beginners get wrong here, the most telling first.
  nearMisses: [],
});
`;

export const codesFile = (
  kind: string,
  type: string,
): string => `/** What is said of checks of the kind \`${kind}\`. */
export interface ${type}Messages {
  '${kind}.absent': { readonly name: string };
}
`;

const says = { fr: 'TODO : « ${name} » n’existe pas.', en: 'TODO: there is no "${name}".' } as const;

export const textsFile = (
  kind: string,
  type: string,
  language: 'fr' | 'en',
): string => `import type { Catalogue } from '../catalogue';
import type { ${type}Messages } from '../codes/${kind}';

export const ${kind}Texts: Catalogue<${type}Messages> = {
  '${kind}.absent': ({ name }) => ({ says: \`${says[language]}\` }),
};
`;

export const testFile = (kind: string): string => `import { expect, test } from '@jest/globals';
import { checkOf, found, judged } from '../../../support/evidence';

const facts = [found({ fact: 'containers' }, [{ Id: 'a', Names: ['/name'], State: 'running' }])];
const judge = (name: string) => judged(checkOf('${kind}', name, { state: 'running' }), facts).verdict;

test('TODO: what holds', () => {
  expect(judge('name')).toMatchObject({ outcome: 'passed' });
});
test('TODO: what is missing', () => {
  expect(judge('other')).toMatchObject({ outcome: 'failed', message: { code: '${kind}.absent' } });
});
`;
