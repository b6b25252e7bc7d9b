import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConsole, type ConsoleOptions } from '../../../src/text/console/read-console';
import { stripTerminal } from '../../../src/text/terminal';
import { findPythons } from '../../support/pythons';
import { typeAt, typedSession, type Program, type Recorded, type TypedSession } from '../../support/typist';

/** Sessions for each program; the nightly run has many more. */
const numRuns = Number(process.env['VIGIE_TYPED_SESSIONS'] ?? 3);
const timeout = 60_000 + numRuns * 10_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-typed-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const prompt = 'root@b6c13eacabfa:/# ';

/** A bash with the prompt of a container; its history says what ran. `inputrc`: how it is set. */
function bash(inputrc: string, lang: string): Program {
  writeFileSync(join(folder, 'inputrc'), inputrc);
  return {
    argv: ['/bin/bash', '--norc', '--noprofile', '-i'],
    env: {
      PATH: '/nowhere',
      HOME: folder,
      TERM: 'xterm',
      LC_ALL: lang,
      PS1: prompt,
      // Titles are no part of what is shown; by this one the test knows that a prompt follows.
      PROMPT_COMMAND: 'printf "\\033]2;%s\\007" $((asked += 1))',
      INPUTRC: join(folder, 'inputrc'),
      HISTFILE: '/dev/null',
      HISTTIMEFORMAT: '%s ',
    },
    waits: (shown, count) => {
      // What was pasted together may have been asked for one by one.
      const title = [...shown.matchAll(/\x1b\]2;(\d+)\x07/g)].find(([, asked]) => Number(asked) >= count);
      return title !== undefined && shown.includes(prompt, title.index);
    },
    last: `\x15history -w ${join(folder, 'history')}`,
  };
}

const bashHistory = (): readonly string[] =>
  readFileSync(join(folder, 'history'), 'utf8')
    .split(/^#\d+\n/m)
    .flatMap((entry) => entry.split('\n'));

/** Python's own console; what is typed last makes it tell what ran. Since 3.13 it keeps its history itself. */
const python = (release: string, path: string): Program => {
  const tell = `try: import _pyrepl.readline as r\\nexcept ImportError: import readline as r\\nr.write_history_file("${join(folder, 'py-history')}")`;
  return {
    argv: [path, '-q'],
    env: { PATH: '/nowhere', HOME: folder, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
    // Noticing another width it draws its prompt again. From 3.13 on it does so for each key: it waits when it has begun to read, and stands behind it.
    waits: (shown) =>
      release === '3.13'
        ? shown.includes('\x1b[?2004h') && shown.endsWith('\x1b[4C')
        : stripTerminal(shown).split('\n').at(-1) === '>>> ',
    last: `\x15exec('${tell}')`,
  };
};

const pythons = findPythons();

/**
 * From 3.13 on Python asks for the arrows' other codes, which terminals then send; and Enter takes over what was searched for, and runs
 * nothing yet.
 */
const forOwnConsole = (session: TypedSession): TypedSession => ({
  ...session,
  lines: session.lines
    .map((line) =>
      line.map((edit) => ('keys' in edit ? { keys: edit.keys.replace(/\x1b\[(?=[AD])/g, '\x1bO') } : edit)),
    )
    .filter(([first]) => !first || !('keys' in first) || !first.keys.startsWith('\x12')),
});

/**
 * Every line that ran was read, or is said to be unclear, in their order; nothing else was. One that is unclear may stand for several: what was pasted
 * together. Gives how many were read, and those of both sides that have no partner.
 */
function compare(
  read: readonly (string | undefined)[],
  ran: readonly string[],
  { keepsRepeats = true }: { readonly keepsRepeats?: boolean } = {},
): { readonly clear: number; readonly wrong: readonly string[] } {
  const truth = ran.map((line) => line.trimEnd()).filter((line) => line !== '');
  const told = read
    .flatMap((each) => each?.split('\n').map((one) => one.trimEnd()) ?? [undefined])
    .filter((line) => line !== '');
  const clear = told.filter((line) => line !== undefined).length;
  return {
    clear,
    wrong: isExplained(told, truth, keepsRepeats)
      ? []
      : [`read ${JSON.stringify(told)}`, `ran ${JSON.stringify(truth)}`],
  };
}

/** Whether what was read can be what ran: after each line that was read, up to where in what ran everything is explained. */
function isExplained(
  told: readonly (string | undefined)[],
  truth: readonly string[],
  keepsRepeats: boolean,
): boolean {
  let ends = new Set([0]);
  for (const line of told) {
    const next = new Set<number>();
    for (const at of ends) {
      if (line !== undefined && truth[at] === line) next.add(at + 1);
      if (line !== undefined && !keepsRepeats && truth[at - 1] === line) next.add(at);
      if (line === undefined) for (let to = at; to <= truth.length; to++) next.add(to);
    }
    ends = next;
  }
  return ends.has(truth.length);
}

const readAt = (at: 'shell' | 'python', { recording }: Recorded, options: ConsoleOptions) =>
  readConsole(recording, options).flatMap((turn) => (turn.at === at ? [turn.line] : []));

test.each([
  ['that frames what it reads', '', 'C.UTF-8', true],
  ['of an older release, that does not', 'set enable-bracketed-paste off\n', 'C.UTF-8', false],
  ['without a locale', '', 'C', true],
])(
  'what ran in a bash %s was read, or is unclear',
  async (_, inputrc, lang, paste) => {
    let all = 0;
    let clear = 0;
    await fc.assert(
      fc.asyncProperty(typedSession('echo ', paste, lang === 'C' ? [] : undefined), async (session) => {
        const typed = await typeAt(bash(inputrc, lang), session);
        const known = compare(readAt('shell', typed, { widths: typed.widths }), bashHistory());
        const unknown = compare(readAt('shell', typed, {}), bashHistory());
        expect([known.wrong, unknown.wrong]).toEqual([[], []]);
        all += session.lines.length;
        clear += known.clear;
      }),
      { numRuns, endOnFailure: true },
    );
    // Being unclear must stay the exception where the widths are known.
    expect(clear / all).toBeGreaterThan(0.5);
  },
  timeout,
);

test('there is a Python whose console can be read', () => {
  expect(pythons).not.toEqual([]);
});

test.each(pythons)(
  'what ran in the console of Python %s was read, or is unclear',
  async (release, path) => {
    let all = 0;
    let clear = 0;
    await fc.assert(
      fc.asyncProperty(typedSession('x = ', false), async (session) => {
        const keyed = release === '3.13' ? forOwnConsole(session) : session;
        const typed = await typeAt(python(release, path), keyed);
        const ran = readFileSync(join(folder, 'py-history'), 'utf8').split('\n');
        // Python keeps a line that is repeated once.
        const [known, unknown] = [typed.widths, undefined].map((widths) =>
          compare(readAt('python', typed, { widths }), ran, { keepsRepeats: false }),
        );
        expect([known?.wrong, unknown?.wrong]).toEqual([[], []]);
        all += keyed.lines.length;
        clear += known?.clear ?? 0;
      }),
      { numRuns, endOnFailure: true },
    );
    // The console of 3.13 marks the ends of its rows: a line of more than one is unclear.
    expect(clear / all).toBeGreaterThan(release === '3.13' ? 0.25 : 0.5);
  },
  timeout,
);
