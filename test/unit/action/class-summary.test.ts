import { expect, test } from '@jest/globals';
import { classSummary } from '../../../src/action/class-summary';
import type { Gradebook } from '../../../src/class/gradebook/gradebook';

// What a summary does not show is left out.
const gradebook = {
  students: [
    { id: 'ada', name: 'Ada Lovelace', outcome: 'reached' },
    { id: 'alan', name: 'Alan Turing', outcome: 'incomplete' },
  ],
  labs: [
    {
      id: '02-ubuntu',
      max: 20,
      reached: 1,
      incomplete: 1,
      marks: { count: 1, mean: 12.5, median: 12.5 },
      checks: [
        { id: 'web', difficulty: 0.25, hidden: false },
        { id: 'run', difficulty: 0.75, hidden: false },
        { id: 'secret', difficulty: 0, hidden: true },
      ],
    },
    { id: '|x|`<b>', max: 20, reached: 0, incomplete: 2, marks: { count: 0 }, checks: [] },
  ],
} as unknown as Gradebook;

test('a class is told by its labs, without names, hidden checks or markup', () => {
  expect(classSummary(gradebook, 'en')).toBe(`## Gradebook

Students: 2. Without a complete mark: 1. The gradebook itself is in the artifact of this run.

| lab | pass mark reached | mean | median | incomplete | hardest check |
| :-- | --: | --: | --: | --: | :-- |
| \`02-ubuntu\` | 1 / 1 | 12.5 / 20 | 12.5 / 20 | 1 | \`web\` |
| \`·x···b·\` | 0 / 0 | – | – | 2 | – |
`);
  expect(classSummary(gradebook, 'fr')).toContain('| 12,5 / 20 |');
});
