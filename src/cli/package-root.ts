import { dirname } from 'node:path';

/** The folder of the installed package: graders, labs and the built modules are found from it. */
export const packageRoot: string = dirname(require.resolve('vigie/package.json'));
