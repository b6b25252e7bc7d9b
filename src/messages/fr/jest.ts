import type { Catalogue } from '../catalogue';
import type { JestMessages } from '../codes/jest';

export const jestTests: Catalogue<JestMessages> = {
  'jest.failed': ({ said }) => ({ says: said || 'Le test écrit pour ce point n’est pas satisfait.' }),
};
