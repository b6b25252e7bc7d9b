export interface JestMessages {
  /** An expectation of a hand-written test does not hold; `said` is the test's own message. */
  'jest.failed': { readonly said: string };
}
