import { languageFrom, type Language } from '../text/language';

/** What a command sees of the terminal that it runs in. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly language: Language;
  /** Colour may be used: a TTY, and NO_COLOR is not set. */
  readonly color: boolean;
  /** A line of the terminal; 80 where it is none. */
  readonly columns: number;
  readonly isTty: boolean;
}

export function processIo(wish?: string): Io {
  const { stdout, stderr, env } = process;
  // Node leaves `isTTY` out where there is no terminal, whatever its types say.
  const isTty = (stdout.isTTY as boolean | undefined) === true;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    env,
    cwd: process.cwd(),
    language: languageFrom(env, wish),
    color: isTty && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: stdout.columns || 80,
    isTty,
  };
}
