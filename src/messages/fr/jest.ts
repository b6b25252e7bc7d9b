import type { Catalogue } from '../catalogue';
import type { JestMessages } from '../codes/jest';

export const jestTests: Catalogue<JestMessages> = {
  'jest.failed': ({ said, texts }) => ({
    says: (texts?.fr ?? said) || 'Le test écrit pour ce point n’est pas satisfait.',
  }),
};
