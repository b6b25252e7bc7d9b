/**
 * Bundles `dist/`: one file for the CLI and one for each module that Jest loads by its path. Packages stay in node_modules, except
 * dockerode, which would load gRPC and ssh2 (0.25 s of CPU) that looking at containers never uses.
 * Run: node -r esbuild-register scripts/build.ts [folder]
 */
import { build as bundle, type Plugin } from 'esbuild';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** Entry points by the path that they get below `dist/`. */
const entries: Readonly<Record<string, string>> = {
  'cli/main': 'src/cli/main.ts',
  'jest/index': 'src/jest/index.ts',
  'jest/environment': 'src/jest/environment.ts',
  'jest/runner': 'src/jest/runner.ts',
  'jest/transform': 'src/jest/transform.ts',
  'jest/own-run': 'src/jest/own-run.ts',
};

/** Bundled, so that what they load at their start can be put off. */
const bundled = /^(dockerode|docker-modem)$/;

/** Module of a bundled package → how it is loaded when it is first called, from where that package is installed. */
const lazy: Readonly<Record<string, string>> = {
  'dockerode/lib/session.js': `require('dockerode/lib/session')`,
  'docker-modem/lib/ssh.js': `require('node:module').createRequire(require.resolve('dockerode'))('docker-modem/lib/ssh')`,
};

const loadLate: Plugin = {
  name: 'load-late',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || bundled.test(path) ? undefined : { path, external: true },
    );
    // Both modules export one function.
    build.onLoad({ filter: /(dockerode|docker-modem)[\\/]lib[\\/](session|ssh)\.js$/ }, ({ path }) => {
      const module = Object.keys(lazy).find((name) => path.replaceAll('\\', '/').endsWith(name));
      if (module === undefined) throw new Error(`No late load is known for ${path}.`);
      return {
        contents: `module.exports = function (...args) { return ${lazy[module]}.apply(this, args); };`,
      };
    });
    // Left as they are: own-run and packages that are only required when they are used.
    build.onResolve({ filter: /\/own-run$/ }, () => ({ path: './own-run', external: true }));
  },
};

/** Writes the bundles below `folder`, or some of them, and lists them with their sizes. */
export async function buildPackage(folder: string, wanted = /^/): Promise<string> {
  const result = await bundle({
    absWorkingDir: root,
    entryPoints: Object.entries(entries)
      .filter(([out]) => wanted.test(out))
      .map(([out, file]) => ({ out, in: file })),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'linked',
    plugins: [loadLate],
    logLevel: 'warning',
    // The late load of ssh asks where dockerode is installed, which it is: only its code is in the bundle.
    logOverride: { 'require-resolve-not-external': 'silent' },
    metafile: true,
  });
  return Object.entries(result.metafile.outputs)
    .map(([file, { bytes }]) => `${file} ${Math.ceil(bytes / 1024)} KiB\n`)
    .join('');
}

if (require.main === module)
  void buildPackage(process.argv[2] ?? join(root, 'dist')).then((sizes) => process.stdout.write(sizes));
