import { spawn, type IPty } from '@lydell/node-pty';
import fc from 'fast-check';

/** What somebody does to a line before Enter: keys as a terminal sends them, or another width of the window. */
export type Edit = { readonly keys: string } | { readonly width: number };
export type TypedLine = readonly Edit[];

/** No word of these letters is a command that does anything. */
const letters = Array.from('aeiouxyz1234-._');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
  .map((array) => array.join(''));
const words = (first: string) =>
  fc.array(word, { minLength: 1, maxLength: 12 }).map((array) => `${first}${array.join(' ')}`);
const times = (keys: string, most: number) =>
  fc.integer({ min: 1, max: most }).map((count) => keys.repeat(count));
const width = fc.integer({ min: 20, max: 200 });

/** How a line comes to be: `first` is its first word, `paste` whether the terminal frames what is pasted. */
function typedLine(first: string, paste: boolean, foreign: readonly string[]): fc.Arbitrary<TypedLine> {
  const begin = fc.oneof(
    { weight: 4, arbitrary: words(first) },
    { weight: 1, arbitrary: times('\x1b[A', 3) },
    // Searched for, and taken over.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('a', 'e', 'x'), fc.constantFrom('\x05', '\x1b[D', '\x01'))
        .map(([text, end]) => `\x12${text}${end}`),
    },
    ...(paste
      ? [
          {
            weight: 1,
            arbitrary: fc
              .tuple(words(first), fc.option(words('')))
              .map(([line, more]) => `\x1b[200~${line}${more === null ? '' : `\n${more}`}\x1b[201~`),
          },
        ]
      : []),
  );
  const keys = fc.oneof(
    times('\x1b[D', 60),
    times('\x7f', 10),
    times('\x1bb', 5),
    word,
    fc.constantFrom('\x01', '\x05', '\x17', '\x0b', '\x19', '\x1f', '\x1b[3~', '\x0c', ...foreign),
  );
  const edit = fc.oneof(
    { weight: 9, arbitrary: keys.map((pressed) => ({ keys: pressed })) },
    { weight: 1, arbitrary: width.map((columns) => ({ width: columns })) },
  );
  return fc.tuple(begin, fc.array(edit, { maxLength: 6 })).map(([line, edits]) => [{ keys: line }, ...edits]);
}

export interface TypedSession {
  readonly width: number;
  readonly lines: readonly TypedLine[];
}

/** `foreign`: characters beyond ASCII; without a locale bash takes their bytes for other keys. */
export const typedSession = (
  first: string,
  paste: boolean,
  foreign: readonly string[] = ['é', '日'],
): fc.Arbitrary<TypedSession> =>
  fc.record({ width, lines: fc.array(typedLine(first, paste, foreign), { minLength: 8, maxLength: 12 }) });

export interface Program {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** Whether what it has shown since the last Enter ends with it waiting for its `count`th line. */
  readonly waits: (shown: string, count: number) => boolean;
  /** Typed at the end. */
  readonly last: string;
}

export interface Recorded {
  readonly recording: string;
  readonly widths: readonly number[];
}

/** Far more than any of these programs takes, on a machine that does much else. */
const patienceMs = 30_000;

/** Types a session at a real program in a terminal of its own. */
export async function typeAt(program: Program, session: TypedSession): Promise<Recorded> {
  const [file, ...args] = program.argv;
  const pty = spawn(file, args, { name: 'xterm', cols: session.width, rows: 30, env: { ...program.env } });
  try {
    return await typeInto(pty, program, session);
  } finally {
    pty.kill('SIGKILL');
  }
}

async function typeInto(pty: IPty, program: Program, session: TypedSession): Promise<Recorded> {
  const screen = watch(pty);
  const widths = [session.width];
  let count = 1;
  const waits = (shown: string): boolean => program.waits(shown, count);
  await screen.until(waits, 'its first prompt');
  for (const line of [...session.lines, [{ keys: program.last }]]) {
    for (const edit of line) {
      // The program has seen what was pressed before; what it shows of it is its own affair.
      const shown = screen.changed();
      if ('width' in edit) {
        widths.push(edit.width);
        pty.resize(edit.width, 30);
      } else pty.write(edit.keys);
      await shown;
    }
    screen.forget();
    pty.write('\r');
    count += 1;
    await screen.until(waits, `its prompt behind ${JSON.stringify(line)}`);
  }
  return { recording: screen.all(), widths };
}

/** What a program shows, and when. */
function watch(pty: IPty) {
  let all = '';
  let from = 0;
  let look: () => void = () => undefined;
  let ended = '';
  pty.onData((data) => {
    all += data;
    look();
  });
  pty.onExit(({ exitCode, signal }) => {
    ended = ` It ended with ${exitCode}, signal ${signal ?? 0}.`;
    look();
  });
  return {
    all: () => all,
    forget: () => {
      from = all.length;
    },
    /** Resolves when it is there; else fails with what was shown instead. */
    until: (isThere: (shown: string) => boolean, what: string) =>
      new Promise<void>((done, fail) => {
        const giveUp = (): void => {
          clearTimeout(late);
          fail(
            new Error(
              `The program never showed ${what}.${ended} Since Enter: ${JSON.stringify(all.slice(from))}`,
            ),
          );
        };
        const late = setTimeout(giveUp, patienceMs);
        look = () => {
          if (isThere(all.slice(from))) {
            clearTimeout(late);
            done();
          } else if (ended !== '') giveUp();
        };
        look();
      }),
    /** Resolves when something is shown, or soon: keys that do nothing show nothing. */
    changed: () =>
      new Promise<void>((done) => {
        const late = setTimeout(done, 20);
        look = () => {
          clearTimeout(late);
          done();
        };
      }),
  };
}
