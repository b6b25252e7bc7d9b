import type { Check, Lab } from '../../../src/spec/lab';

const at = { line: 1, column: 1 };

/** A lab of one task with these checks. */
export function labOf(...checks: readonly Partial<Check>[]): Lab {
  return {
    id: '01',
    lang: 'en',
    title: { fr: 'Titre', en: 'Title' },
    scale: 20,
    pass: 10,
    reveal: 'hint',
    digests: {},
    images: [],
    network: [],
    hash: 'sha256:0',
    file: 'lab.yaml',
    tasks: [
      {
        id: 't',
        title: 'Task',
        needs: [],
        points: 20,
        bonus: false,
        at,
        checks: checks.map((check, index) => ({
          id: `t.${index + 1}`,
          kind: 'container',
          subject: 'ubuntu',
          keys: {},
          weight: 1,
          partial: false,
          hidden: false,
          at,
          positions: {},
          ...check,
        })),
      },
    ],
  };
}
