import type { PackageRow } from './package-row';

/**
 * Reads dpkg's `status`: dpkg itself takes a paragraph without a Status for a package that is not installed. `unsaid`: what it means in the
 * files of distroless's `status.d`, which have no Status lines: what is there is installed.
 */
export function readDpkg(
  text: string,
  unsaid: 'installed' | 'not-installed' = 'not-installed',
): PackageRow[] {
  return text.split(/\n(?:[ \t]*\n)+/).flatMap((paragraph) => {
    const name = fieldOf(paragraph, 'Package');
    const said = (fieldOf(paragraph, 'Status') ?? unsaid).split(/\s+/).at(-1);
    if (name === undefined || said === 'not-installed') return [];
    return {
      name,
      version: fieldOf(paragraph, 'Version') ?? '',
      state: stateOf(said),
      provides: namesIn(fieldOf(paragraph, 'Provides') ?? '', ','),
    };
  });
}

/** The last word of `want flag state` says how far dpkg got (deb-status in dpkg(1)). */
function stateOf(said: string | undefined): PackageRow['state'] {
  if (said === 'installed') return said;
  return said === 'config-files' ? 'removed' : 'half-installed';
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
