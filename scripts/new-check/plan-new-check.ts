import { err, ok, type Result } from '../../src/text/result';
import type { PlannedFile } from '../new/run-new';
import { codesFile, kindFile, testFile, textsFile } from './templates';

/**
 * Files of a new kind of check and the registries with it in them, or why there can be none. `read` gives the text of a file, `undefined`
 * where there is none.
 */
export function planNewCheck(
  kind: string,
  read: (path: string) => string | undefined,
): Result<readonly PlannedFile[], readonly string[]> {
  if (!/^[a-z]+$/.test(kind))
    return err([
      `"${kind}" is no name of a kind: small letters only, as labs will write it.`,
      `→ Try: npm run new:check -- ${kind.toLowerCase().replace(/[^a-z]/g, '') || 'volume'}`,
    ]);
  if (
    read(`src/checks/kinds/${kind}.ts`) !== undefined ||
    read(`src/checks/kinds/${kind}/index.ts`) !== undefined
  )
    return err([`There is a kind "${kind}" already: nothing was written.`, '→ Choose another name.']);
  const type = kind.charAt(0).toUpperCase() + kind.slice(1);
  const edit = (
    path: string,
    ...changes: readonly (readonly [before: RegExp, line: string])[]
  ): PlannedFile => ({
    path,
    text: changes.reduce((text, [before, line]) => insertBefore(path, text, before, line), read(path) ?? ''),
  });
  const catalogue = (language: 'fr' | 'en'): readonly PlannedFile[] => [
    { path: `src/messages/${language}/${kind}.ts`, text: textsFile(kind, type, language) },
    edit(
      `src/messages/${language}/index.ts`,
      [/^\nexport const texts/m, `import { ${kind}Texts } from './${kind}';`],
      [/^ {2}\},\n {2}faults/m, `    ...${kind}Texts,`],
    ),
  ];
  return ok([
    { path: `src/checks/kinds/${kind}.ts`, text: kindFile(kind, type) },
    { path: `src/messages/codes/${kind}.ts`, text: codesFile(kind, type) },
    { path: `test/unit/checks/kinds/${kind}.test.ts`, text: testFile(kind) },
    edit(
      'src/checks/registry.ts',
      [/^\n\/\*\* Every kind/m, `import { ${kind}Kind } from './kinds/${kind}';`],
      [/^\};/m, `  ${kind}: ${kind}Kind,`],
    ),
    edit(
      'src/messages/message.ts',
      [/^\n\/\*\* Every message/m, `import type { ${type}Messages } from './codes/${kind}';`],
      [/^ {4}CheckMessages,/m, `    ${type}Messages,`],
    ),
    ...catalogue('fr'),
    ...catalogue('en'),
  ]);
}

function insertBefore(path: string, text: string, before: RegExp, line: string): string {
  const at = text.search(before);
  if (at < 0)
    throw new Error(`${path} has no place like ${String(before)} any more: mend scripts/new-check.`);
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}
