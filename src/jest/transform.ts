import type { SyncTransformer } from '@jest/transform';
import { createHash } from 'node:crypto';
import type * as Swc from '@swc/core';

/** Raise it when the options below change: Jest keeps results under this key. */
const version = '1';

/** TypeScript to CommonJS for graders. The compiler is loaded only for a file that Jest does not have in its cache. */
const transformer: SyncTransformer = {
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(`${version}\0${process.version}\0${path}\0${source}`)
      .digest('hex')
      .slice(0, 32),
  process: (source, path) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only on a cache miss
    const swc = require('@swc/core') as typeof Swc;
    const { code, map } = swc.transformSync(source, {
      filename: path,
      configFile: false,
      swcrc: false,
      sourceMaps: true,
      module: { type: 'commonjs' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
    });
    return { code, map: map ?? null };
  },
};

export default transformer;
