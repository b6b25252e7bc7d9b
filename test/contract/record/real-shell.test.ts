import { afterEach, expect, test } from '@jest/globals';
import { spawn, type IPty } from '@lydell/node-pty';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRecorder } from '../../../src/record/recorder';

let shell: IPty | undefined;
afterEach(() => {
  shell?.kill('SIGKILL');
});

const asked = /\x1b\]2;(\d+)\x07[^]*> \$ /;

/** Somebody at a real bash: each step is pressed when the prompt is there, or what was pressed last is shown. */
async function record(
  inputrc: string,
  width: number,
  steps: (folder: string) => readonly Step[],
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-recorded-'));
  writeFileSync(join(folder, 'inputrc'), inputrc);
  const recorder = makeRecorder(width);
  const pty = spawn('/bin/bash', ['--norc', '--noprofile', '-i'], {
    cols: width,
    rows: 30,
    cwd: folder,
    env: {
      PATH: '/nowhere',
      LC_ALL: 'C.UTF-8',
      TERM: 'xterm',
      PS1: 'me > $ ',
      PROMPT_COMMAND: 'printf "\\033]2;%s\\007" $((asked += 1))',
      INPUTRC: join(folder, 'inputrc'),
      HISTFILE: '/dev/null',
    },
  });
  shell = pty;
  let seen = '';
  let look: () => void = () => undefined;
  pty.onData((data) => {
    recorder.shown(data);
    seen += data;
    look();
  });
  const until = (then: RegExp): Promise<void> =>
    new Promise((done) => {
      look = () => {
        if (then.test(seen)) done();
      };
      look();
    });
  await until(asked);
  for (const { keys, then, make } of steps(folder)) {
    seen = '';
    if (make !== undefined) writeFileSync(make, '');
    if (keys !== undefined) {
      recorder.typed(keys, true, 0);
      pty.write(keys);
    }
    await until(then ?? asked);
  }
  rmSync(folder, { recursive: true });
  return recorder.lines().slice(1);
}

interface Step {
  readonly keys?: string;
  /** A file that the shell waits for. */
  readonly make?: string;
  /** What is shown then; default: the next prompt. */
  readonly then?: RegExp;
}

const shells = [
  ['that frames what it reads', ''],
  ['that does not', 'set enable-bracketed-paste off\n'],
] as const;

test.each(shells)(
  'a line that goes over several rows of a bash %s is recorded as it ran',
  async (_, inputrc) => {
    const lines = await record(inputrc, 24, () => [
      { keys: 'echo one two three four five six seven', then: /n/ },
      { keys: '\x01', then: /[^]/ },
      { keys: '\x1bf\x1bf', then: /[^]/ },
      { keys: ' and', then: /[^]/ },
      { keys: '\r' },
      { keys: '\x1b[A', then: /[^]/ },
      { keys: '\x7f\x7f\x7f\x7f\x7feight', then: /[^]/ },
      { keys: '\r' },
    ]);
    expect(lines).toEqual([
      '$ echo one and two three four five six seven',
      '$ echo one and two three four five six eight',
    ]);
  },
  60_000,
);

test.each(shells)(
  'of lines that are pasted at once in a bash %s each is recorded',
  async (_, inputrc) => {
    const lines = await record(inputrc, 60, () => [
      { keys: 'true\r' },
      { keys: 'echo first\recho second\r', then: /second\r\n[^]*second\r\n[^]*> \$ / },
      { keys: ':\r' },
    ]);
    expect(lines).toEqual(['$ true', '$ echo first', '$ echo second', '$ :']);
  },
  60_000,
);

test.each(shells)(
  'what is typed while a bash %s is busy is recorded where it ran',
  async (_, inputrc) => {
    const lines = await record(inputrc, 120, (folder) => [
      { keys: `until [ -e ${folder}/go ]; do :; done\r`, then: /done\r\n/ },
      { keys: 'echo late\r', then: /late\r\n/ },
      { keys: 'echo la', then: /la/ },
      { make: join(folder, 'go'), then: /late\r\n[^]*late\r\n[^]*> \$ echo la/ },
      { keys: 'ter\r' },
    ]);
    expect(lines.slice(1)).toEqual(['$ echo late', '$ echo later']);
  },
  60_000,
);
