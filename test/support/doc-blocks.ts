import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** `docs/labs.md:12`: where it begins. */
  readonly at: string;
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'labs')).flatMap((id) =>
    ['README.md', 'README.en.md'].map((name) => `labs/${id}/${name}`),
  ),
];

export const blocks: readonly Block[] = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^ *```(\w+)[^\n]*\n([\s\S]*?)^ *```/gm)].map(
    ([, language = '', body = ''], index, all) => {
      const line = text.slice(0, all[index]?.index).split('\n').length;
      return { language, text: body, at: `${page}:${line}` };
    },
  );
});

/** A workflow, or steps of one: for GitHub, not for Vigie. */
export const isForGitHub = (text: string): boolean => /^(on|jobs):|^ *(- )?uses: /m.test(text);
