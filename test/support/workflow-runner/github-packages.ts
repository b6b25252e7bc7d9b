import type * as Expressions from '@actions/expressions' with { 'resolution-mode': 'import' };
import type * as Parser from '@actions/workflow-parser' with { 'resolution-mode': 'import' };
import type * as ActionParser from '@actions/workflow-parser/actions/action-parser' with {
  'resolution-mode': 'import',
};
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface GitHubPackages {
  readonly expressions: typeof Expressions;
  readonly parser: typeof Parser;
  readonly actions: typeof ActionParser;
}

const source = `
export * as expressions from '@actions/expressions';
export * as parser from '@actions/workflow-parser';
export * as actions from '@actions/workflow-parser/actions/action-parser';
`;

/** GitHub’s own parser and expressions. They are ECMAScript modules, which Jest does not load on every Node that we test on. */
export const gitHub: GitHubPackages = load();

function load(): GitHubPackages {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-github-'));
  try {
    const outfile = join(folder, 'packages.js');
    const root = resolve(__dirname, '../../..');
    const stdin = { contents: source, resolveDir: root, loader: 'js' } as const;
    buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- its path is known only now
    return require(outfile) as GitHubPackages;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
