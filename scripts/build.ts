/**
 * Bundles `dist/`: one file for each command of the CLI, for each module that Jest loads by its path, and for each package that these
 * load, without what looking at an engine never uses. Jest's own packages and those with native parts stay in node_modules.
 * What it saves is in docs/performance.md. Run: node -r esbuild-register scripts/build.ts [folder]
 */
import { build as bundle, type BuildOptions, type Plugin } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(__dirname, '..');

/** Entry points by the path that they get below `dist/`. Whatever the command line imports late is loaded late, from a file of its own. */
function entries(): Record<string, string> {
  const cli = join(root, 'src/cli');
  const sources = readdirSync(cli, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const commands = sources
    .map((name) => readFileSync(join(cli, name), 'utf8'))
    .flatMap((source) => [...source.matchAll(lateImport)].flatMap(([, name]) => name ?? []));
  const jest = ['index', 'environment', 'runner', 'transform', 'own-run', 'answer-tests'];
  return Object.fromEntries([
    ['cli/main', 'src/cli/main.ts'],
    ['action/main', 'src/action/main.ts'],
    ...commands.map((name) => [`cli/${name}`, `src/cli/commands/${name}.ts`]),
    ...Object.entries(parts),
    ...jest.map((name) => [`jest/${name}`, `src/jest/${name}.ts`]),
  ]) as Record<string, string>;
}
const lateImport = /import\('\.{1,2}\/commands\/([\w-]+)\.js'\)/g;

/** Large parts of ours that several bundles share and that load nothing else: V8 reads small files faster than their sum. */
const parts: Readonly<Record<string, string>> = {
  'parts/write-reports': 'src/cli/write-reports.ts',
  'parts/validators': 'src/spec/generated/validators.ts',
  'parts/fr': 'src/messages/fr/index.ts',
  'parts/en': 'src/messages/en/index.ts',
};

/** Each becomes one file, read instead of dozens. */
const packages = ['commander', 'dockerode', 'fastest-levenshtein', 're2js', 'semver', 'tar-stream', 'yaml'];

/**
 * What dockerode and its modem load at their start and only building images, their own ssh and TLS, and debugging need: gRPC, protobuf,
 * ssh2, a second stream library. Our own agent makes all connections, and an engine does not redirect.
 */
const replaced: Readonly<Record<string, string>> = {
  'dockerode/lib/session.js': '',
  'dockerode/lib/buildkit.js': '',
  'dockerode/lib/util.js': 'exports.extend = Object.assign;',
  'docker-modem/lib/ssh.js': '',
  'docker-modem/lib/http.js': "exports.http = require('node:http');",
  'docker-modem/lib/http_duplex.js': '',
  'debug/src/index.js': 'module.exports = () => () => undefined;',
  'split-ca/index.js': '',
};

const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(build) {
    const paths = Object.keys(replaced).map((path) => path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'));
    build.onLoad({ filter: new RegExp(`[\\\\/](${paths.join('|')})$`) }, ({ path }) => {
      const file = path.replaceAll('\\', '/');
      const name = Object.keys(replaced).find((one) => file.endsWith(`/${one}`)) ?? '';
      return { contents: replaced[name] ?? '' };
    });
  },
};

/** Everything that is not ours is left to be required: packages from their bundles, late modules from theirs, which lie in the same folder. */
const separately: Plugin = {
  name: 'separately',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      return { path: packages.includes(path) ? `../packages/${path}.js` : path, external: true };
    });
    build.onResolve(
      { filter: /(^\.\/generated\/validators|\/messages\/(fr|en)|\/write-reports(\.js)?)$/ },
      ({ path, kind }) =>
        kind === 'entry-point' ? undefined : { path: `../parts/${basename(path, '.js')}.js`, external: true },
    );
    build.onResolve({ filter: /^(\.{1,2}\/commands\/[\w-]+\.js|\.\/own-run)$/ }, ({ path, importer }) =>
      /[\\/](cli[\\/](?:(?:program|commands)[\\/])?[\w-]+|jest[\\/]environment)\.ts$/.test(importer)
        ? { path: path.replace(/^\.{1,2}\/commands\//, './'), external: true }
        : undefined,
    );
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  // import() of what was left out becomes require(), the faster loader.
  supported: { 'dynamic-import': false },
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/** Writes the bundles below `folder`, or some of them, and lists them with their sizes. */
export async function buildPackage(folder: string, wanted = /^/): Promise<string> {
  const pick = (all: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).filter(([out]) => wanted.test(out)));
  const results = await Promise.all([
    bundle({
      ...common,
      outdir: folder,
      entryPoints: pick(entries()),
      minifySyntax: true,
      plugins: [separately],
    }),
    bundle({
      ...common,
      outdir: folder,
      entryPoints: pick(Object.fromEntries(packages.map((name) => [`packages/${name}`, name]))),
      minify: true,
      plugins: [withoutUnused],
    }),
  ]);
  return results
    .flatMap(({ metafile }) => Object.entries(metafile.outputs))
    .map(([file, { bytes }]) => `${file} ${Math.ceil(bytes / 1024)} KiB\n`)
    .join('');
}

if (require.main === module)
  void buildPackage(process.argv[2] ?? join(root, 'dist')).then((sizes) => process.stdout.write(sizes));
