import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn, type IPty } from '@lydell/node-pty';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCleanRoom, parseSession, playSession, resetRoom, type CleanRoom } from '../../../src/cleanroom';
import { stripTerminal } from '../../../src/text/terminal';

/** The first room of a machine builds the stand-in images. */
const BUILD_MS = 600_000;
const MINUTE = 60_000;
const main = resolve(__dirname, '../../../dist/cli/main.js');

let room: CleanRoom;
let folder: string;
beforeAll(async () => {
  room = await openCleanRoom();
}, BUILD_MS);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-record-test-'));
});
afterAll(() => room.close(), MINUTE);

const hostPrompt = /bash-[\d.]+[#$] $/;
const containerPrompt = /root@[0-9a-f]{12}:\/# $/;

const running = "sh -c 'echo running; exec sleep 1000'";

interface Student {
  readonly pty: IPty;
  readonly exit: Promise<unknown>;
  /** Presses keys, or does something else to the terminal, and waits until it shows `then` behind that. */
  press(keys: string | (() => void), then: RegExp): Promise<string>;
}

/** Sits down at a terminal on the room's host where `vigie record` runs, between two looks at how the terminal is set. */
function student(file: string): Student {
  const script =
    'stty -g > "$1/before"; "$2" "$3" record "$4" --lang en; echo $? > "$1/code"; stty -g > "$1/after"';
  const [program = '', ...args] = room.enter([
    ...['bash', '-c', script, 'student', folder, process.execPath, main, file],
  ]);
  const pty = spawn(program, args, {
    cols: 90,
    rows: 25,
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      SHELL: join(__dirname, 'plain-shell.sh'),
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      ...room.env,
    },
  });
  let seen = '';
  let look: () => void = () => undefined;
  pty.onData((data) => {
    seen += data;
    look();
  });
  return {
    pty,
    exit: new Promise((done) => pty.onExit(done)),
    press(keys, then) {
      seen = keys === '' ? seen : '';
      if (typeof keys === 'function') keys();
      else if (keys !== '') pty.write(keys);
      return new Promise((done) => {
        look = () => {
          const text = stripTerminal(seen);
          if (then.test(text)) done(text);
        };
        look();
      });
    },
  };
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test(
  'what is recorded at a terminal plays again and leaves the same; the terminal is left as it was',
  async () => {
    const { pty, exit, press } = student(join(folder, 'my.session'));
    await press('', hostPrompt);
    await press('docker run -it --name web ubuntu\r', containerPrompt);
    // A shell draws its prompt again when its window gets another size, as docker does it: what was typed has to stand before the next one.
    await press('echo hi > /note\r', /note\n[^]*root@[0-9a-f]{12}:\/# $/);
    await press('\x10\x11', hostPrompt);
    // Said by what runs in the foreground: a Ctrl-C before that is the shell's.
    await press(`${running}\r`, /\nrunning\n/);
    await press('\x03', hostPrompt);
    await press(() => {
      pty.resize(110, 33);
    }, hostPrompt);
    expect(await press('stty size\r', /\d\n[^]*bash-[\d.]+[#$] $/)).toContain('\n33 110\n');
    pty.write('exit\r');
    await exit;
    expect(read('code')).toBe('0\n');
    expect(read('after')).toBe(read('before'));

    const text = read('my.session');
    expect(text.split('\n').slice(1, -1)).toEqual([
      '$ docker run -it --name web ubuntu',
      '# echo hi > /note',
      '<Ctrl-P><Ctrl-Q>',
      `$ ${running}`,
      'wait "running"',
      '<Ctrl-C>',
      '$ stty size',
    ]);
    await resetRoom(room);
    const session = parseSession(text);
    if (!session.ok) throw new Error(session.error.map(({ message }) => message).join('\n'));
    expect((await playSession(room, session.value)).problem).toBeUndefined();
    expect((await room.run(['docker', 'exec', 'web', 'cat', '/note'])).stdout).toBe('hi\n');
    rmSync(folder, { recursive: true });
  },
  4 * MINUTE,
);

test(
  'a window that is closed keeps what was typed until then',
  async () => {
    const file = join(folder, 'my.session');
    const { pty, exit, press } = student(file);
    await press('', hostPrompt);
    await press('echo "one"\r', hostPrompt);
    const closing = pty as IPty & { readonly destroy: () => void };
    closing.destroy();
    await exit;
    await expectSoon(() => read('my.session').includes('$ echo "one"'));
    rmSync(folder, { recursive: true });
  },
  MINUTE,
);

test(
  'a place where nothing can be written is refused before anything is typed',
  async () => {
    await student('/nowhere/my.session').exit;
    expect(read('code')).toBe('2\n');
    rmSync(folder, { recursive: true });
  },
  MINUTE,
);

/** The shell in front of the terminal ends first; the recording is written by the process behind it. */
async function expectSoon(holds: () => boolean): Promise<void> {
  const holdsNow = (): boolean => {
    try {
      return holds();
    } catch {
      return false; // the file is not there yet
    }
  };
  for (const end = Date.now() + 10_000; Date.now() < end && !holdsNow();)
    await new Promise((next) => setImmediate(next));
  expect(holdsNow()).toBe(true);
}
