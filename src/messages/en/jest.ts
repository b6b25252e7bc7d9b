import type { Catalogue } from '../catalogue';
import type { JestMessages } from '../codes/jest';

export const jestTests: Catalogue<JestMessages> = {
  'jest.failed': ({ said, texts }) => ({
    says: (texts?.en ?? said) || 'The test written for this point does not pass.',
  }),
};
