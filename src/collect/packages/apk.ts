import { namesIn } from './dpkg';
import type { PackageRow } from './package-row';

/** Reads apk's `installed`: one letter a line, a blank line after each package. */
export function readApk(text: string): PackageRow[] {
  return text.split(/\n\n+/).flatMap((paragraph) => {
    const fields = new Map(
      paragraph
        .split('\n')
        .filter((line) => line.charAt(1) === ':')
        .map((line) => [line.charAt(0), line.slice(2)]),
    );
    const name = fields.get('P');
    if (name === undefined) return [];
    return {
      name,
      version: fields.get('V') ?? '',
      state: 'installed' as const,
      provides: namesIn(fields.get('p') ?? '', ' '),
    };
  });
}
