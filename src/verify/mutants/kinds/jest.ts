import { retells } from '../host';
import type { Generator } from '../mutant';

/** The test fails. What makes it fail is its own business, and that of the wrong sessions. */
export const wrongTests: Generator = ({ check }) => [
  {
    code: 'jest.failed',
    change: (host) =>
      retells(host, { fact: 'jest', title: String(check.subject) }, () => ({
        outcome: 'failed',
        message: '',
      })),
  },
];
