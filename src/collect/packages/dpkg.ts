import type { PackageRow } from './package-row';

/** Reads dpkg's `status` (or a file of distroless's `status.d`, which has no Status lines: what is there is installed). */
export function readDpkg(text: string): PackageRow[] {
  return text.split(/\n(?:[ \t]*\n)+/).flatMap((paragraph) => {
    const name = fieldOf(paragraph, 'Package');
    if (name === undefined) return [];
    return {
      name,
      version: fieldOf(paragraph, 'Version') ?? '',
      state: stateOf(fieldOf(paragraph, 'Status')),
      provides: namesIn(fieldOf(paragraph, 'Provides') ?? '', ','),
    };
  });
}

/** `want flag state`: the last word says how far dpkg got (deb-status in dpkg(1)). */
function stateOf(status: string | undefined): PackageRow['state'] {
  const state = status?.trim().split(/\s+/).at(-1) ?? 'installed';
  if (state === 'installed') return 'installed';
  return state === 'config-files' || state === 'not-installed' ? 'removed' : 'half-installed';
}

function fieldOf(paragraph: string, name: string): string | undefined {
  const start = paragraph.startsWith(`${name}: `) ? 0 : paragraph.indexOf(`\n${name}: `) + 1;
  if (start === 0 && !paragraph.startsWith(`${name}: `)) return undefined;
  const end = paragraph.indexOf('\n', start);
  return paragraph.slice(start + name.length + 2, end < 0 ? undefined : end).trim();
}

/** The names in a list such as `httpd, nginx (= 1.22.1)`. */
export const namesIn = (list: string, separator: string): string[] =>
  list.split(separator).flatMap((part) => /^\s*([^\s(=<>~]+)/.exec(part)?.[1] ?? []);
