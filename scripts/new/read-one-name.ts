import { parseArgs } from 'node:util';

/** What a script that makes one new thing was called with. */
export type Asked = { readonly name: string } | { readonly help: true } | { readonly problem: NameProblem };

export type NameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'several'; readonly names: readonly string[] }
  | { readonly code: 'unknown-option'; readonly option: string }
  | { readonly code: 'language'; readonly seen: string | undefined };

/** One name, and `--lang` where the script has texts in several languages. Help wins over all that is wrong. */
export function readOneName(args: readonly string[], { hasLanguage }: { hasLanguage: boolean }): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, ...(hasLanguage && { lang: { type: 'string' } }) },
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === 'option');
  if (options.some(({ name }) => name === 'help')) return { help: true };
  for (const { name, rawName, value } of options) {
    if (!hasLanguage || name !== 'lang') return { problem: { code: 'unknown-option', option: rawName } };
    if (value !== 'fr' && value !== 'en') return { problem: { code: 'language', seen: value } };
  }
  const names = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [name = '', ...others] = names;
  if (others.length > 0) return { problem: { code: 'several', names } };
  // Empty: a variable that was not set.
  return name.trim() === '' ? { problem: { code: 'missing' } } : { name };
}
