import { buildSync } from 'esbuild';
import type { Root, RootContent } from 'mdast';
import { runInThisContext } from 'node:vm';

type Parse = (markdown: string) => Root;

/**
 * GitHub Flavored Markdown as micromark, its reference implementation in JavaScript, reads it. It is published as ES modules alone, which Jest does not load:
 * so it is bundled first.
 */
function load(): Parse {
  const source = `
    import { fromMarkdown } from 'mdast-util-from-markdown';
    import { gfm } from 'micromark-extension-gfm';
    import { gfmFromMarkdown } from 'mdast-util-gfm';
    export const parse = (text) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });`;
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format: 'iife',
    globalName: 'gfmReader',
    write: false,
  });
  // It is this bundle's only export.
  return runInThisContext(`${outputFiles[0]?.text ?? ''}; gfmReader.parse`) as Parse;
}

export const parseGfm: Parse = load();

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
