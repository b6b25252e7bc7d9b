import type { IPty } from '@lydell/node-pty';
import type { CleanRoom } from '../room/open-room';

/** A bash on the room's host, in a terminal of its own, confined as all that students type. */
export interface Terminal {
  /** The recording of what was shown since the last `type`, control sequences included. */
  recording(): string;
  /** Presses keys; what was shown before is forgotten. */
  type(keys: string): void;
  /** Presses keys as part of what was typed last. */
  press(keys: string): void;
  /** Waits until `look` finds something in the recording. `flood`: what was typed last shows more than anybody reads. */
  until<T>(
    look: (recording: string) => T | undefined,
    deadlineMs: number,
  ): Promise<T | 'deadline' | 'ended' | 'flood'>;
  /** Closes the window: whoever reads from the terminal is hung up on. */
  hangUp(): Promise<void>;
}

/** What is kept of the output of one item, in characters: the first and the last half of it. */
const OUTPUT_CAP = 200_000;

/** What one item may show, in characters: far more than apt or a long log does. */
const FLOOD_CAP = 8_000_000;

/** A shell that does not leave within this time is killed; in milliseconds. */
const HANG_UP_MS = 5000;

/** Opens a terminal whose host prompt is `hostPrompt`. */
export async function openTerminal(room: CleanRoom, hostPrompt: string): Promise<Terminal> {
  // Loaded here: it is native code, and only sessions need it.
  const { spawn } = await import('@lydell/node-pty');
  // Not in the environment of what leads there: a shell that is not interactive drops it.
  const shell = ['env', `PS1=${hostPrompt}`, 'bash', '--norc', '--noprofile', '-i'];
  const [program = '', ...args] = room.confine(shell);
  const pty = spawn(program, args, {
    cols: 200,
    rows: 50,
    cwd: room.home,
    env: environmentOf(room),
  });
  let recording = '';
  let shown = 0;
  let ended = false;
  let changed: () => void = () => undefined;
  pty.onData((data) => {
    shown += data.length;
    // Nobody reads on: what floods the terminal blocks, instead of keeping the machine busy until it is hung up on.
    if (shown > FLOOD_CAP) pty.pause();
    recording = capped(recording + data);
    changed();
  });
  const exit = new Promise<void>((resolve) => {
    pty.onExit(() => {
      ended = true;
      changed();
      resolve();
    });
  });
  return {
    recording: () => recording,
    type(keys) {
      recording = '';
      shown = 0;
      if (!ended) pty.write(keys);
    },
    press(keys) {
      if (!ended) pty.write(keys);
    },
    until(look, deadlineMs) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          finish('deadline');
        }, deadlineMs);
        const finish = (found: Parameters<typeof resolve>[0]) => {
          clearTimeout(timer);
          changed = () => undefined;
          resolve(found);
        };
        changed = () => {
          const found = look(recording);
          if (found !== undefined) finish(found);
          else if (shown > FLOOD_CAP) finish('flood');
          else if (ended) finish('ended');
        };
        changed();
      });
    },
    async hangUp() {
      if (ended) return;
      // Closing the window is more than SIGHUP: a shell that just waits for a key only notices that its input has ended.
      closeTerminal(pty);
      const late = setTimeout(() => {
        pty.kill('SIGKILL');
      }, HANG_UP_MS);
      await exit;
      clearTimeout(late);
    },
  };
}

/** Its types do not tell of `destroy`, which closes our end and then hangs up. */
function closeTerminal(pty: IPty & { readonly destroy?: () => void }): void {
  if (pty.destroy === undefined) pty.kill('SIGHUP');
  else pty.destroy();
}

function environmentOf(room: CleanRoom): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    HOME: room.home,
    ...room.env,
  };
}

function capped(text: string): string {
  if (text.length <= OUTPUT_CAP) return text;
  const half = OUTPUT_CAP / 2;
  return `${text.slice(0, half)}\n[…]\n${text.slice(-half)}`;
}
