import { err, ok, type Result } from './result';

/** Why a value is no file mode; `part` is the value, cut to a showable length. */
export interface ModeProblem {
  readonly code: 'mode-syntax';
  readonly part: string;
}

// As `ls -l` prints it, with or without the type of file in front and the mark of an ACL behind.
const SYMBOLIC = /^[-dlbcps]?([r-][w-][xsS-])([r-][w-][xsS-])([r-][w-][xtT-])[.+]?$/;

/**
 * Parses a file mode to its number (12 bits): `0644`, `644`, `0o644`, `rw-r--r--`, `-rw-r--r--`. A number is taken for the digits that it
 * shows, as `chmod` takes them: YAML 1.2 reads `mode: 0644` as the number 644, which means 0o644 here.
 */
export function parseMode(value: string | number): Result<number, ModeProblem> {
  // YAML drops leading zeros: `0044` comes in as 44.
  const text = typeof value === 'number' ? String(value).padStart(4, '0') : value.trim();
  if (/^(?:0o)?0?[0-7]{3,4}$/.test(text)) return ok(Number.parseInt(text.replace('0o', ''), 8));
  const [, ...triples] = SYMBOLIC.exec(text) ?? [];
  if (triples.length === 0)
    return err({ code: 'mode-syntax', part: text.length > 40 ? `${text.slice(0, 39)}…` : text });
  return ok(triples.reduce((bits, triple, index) => bits | tripleBits(triple, 2 - index), 0));
}

/** Writes the lower 12 bits as `chmod` takes them: `0644`, `4755`. */
export function formatMode(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(4, '0');
}

/** Writes the lower 12 bits as `ls -l` shows them: `rw-r--r--`, `rwsr-xr-x`. */
export function symbolicMode(mode: number): string {
  return [2, 1, 0]
    .map((who) => {
      const bits = mode >> (3 * who);
      const special = (mode & specialBit(who)) !== 0;
      const letter = who === 0 ? 't' : 's';
      const execute = special
        ? (bits & 1) !== 0
          ? letter
          : letter.toUpperCase()
        : (bits & 1) !== 0
          ? 'x'
          : '-';
      return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${execute}`;
    })
    .join('');
}

function tripleBits(triple: string, who: number): number {
  const execute = triple.charAt(2);
  const bits =
    (triple.startsWith('r') ? 4 : 0) | (triple.charAt(1) === 'w' ? 2 : 0) | (/[xst]/.test(execute) ? 1 : 0);
  return (bits << (3 * who)) | (/[sStT]/.test(execute) ? specialBit(who) : 0);
}

/** Set-user-ID for the user (2), set-group-ID for the group (1), sticky for the others (0). */
function specialBit(who: number): number {
  return 0o1000 << who;
}
