import { buildSync } from 'esbuild';
import type { Root, RootContent } from 'mdast';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { parse } from './gfm-entry';

/**
 * GitHub Flavored Markdown as micromark, its reference implementation in JavaScript, reads it. It is published as ES modules alone, which Jest does not load:
 * so it is bundled first.
 */
function load(): typeof parse {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'gfm-entry.ts')],
    bundle: true,
    platform: 'node',
    format: 'iife',
    globalName: 'gfmReader',
    write: false,
  });
  // It is what the entry exports.
  return runInThisContext(`${outputFiles[0]?.text ?? ''}; gfmReader.parse`) as typeof parse;
}

export const parseGfm = load();

/** A node and all that is in it. */
export const nodesOf = (node: Root | RootContent): readonly (Root | RootContent)[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => nodesOf(child)) : []),
];

/** The text of a node as it is shown, code included; blanks of no width left out. */
export const textIn = (node: Root | RootContent): string =>
  nodesOf(node)
    .map((one) => (one.type === 'text' || one.type === 'inlineCode' ? one.value : ''))
    .join('')
    .replace(/\u200b/g, '');
