import { readFileSync } from 'node:fs';
import type { IPty } from '@lydell/node-pty';
import { makeRecorder } from '../record/recorder';

/** How a recording ended: with the shell's exit code, or because the terminal was closed. */
export interface Recorded {
  readonly lines: readonly string[];
  readonly end: 'exit' | 'closed';
}

/** The terminal in front of the student. */
export interface Screen {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

const endSignals = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT'] as const;

/**
 * Runs the student's own shell in a terminal of its own, between the keyboard and the screen, until it ends or the terminal is closed. Keys
 * reach the shell as they are pressed, also Ctrl-C. The terminal is restored however this ends.
 */
export async function recordTerminal(
  shell: string,
  { input, output }: Screen,
  env: NodeJS.ProcessEnv,
): Promise<Recorded> {
  const { spawn } = await import('@lydell/node-pty');
  const recorder = makeRecorder(output.columns || 80);
  const pty = spawn(shell, [], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: output.columns || 80,
    rows: output.rows || 24,
    cwd: process.cwd(),
    env: { ...env, VIGIE_RECORDING: '1' },
  });
  const onKeys = (data: Buffer): void => {
    const text = data.toString('utf8');
    recorder.typed(text, isInForeground(pty, shell), performance.now());
    pty.write(text);
  };
  const onResize = (): void => {
    recorder.resized(output.columns || 80);
    pty.resize(output.columns || 80, output.rows || 24);
  };
  const wasRaw = input.isRaw;
  return new Promise((resolve) => {
    let isOver = false;
    const finish = (end: Recorded['end'], isGone = false): void => {
      if (isOver) return;
      isOver = true;
      input.off('data', onKeys);
      output.off('resize', onResize);
      // A closed window hangs up twice, once as it goes and once as the shell in front of us ends: whoever listens no more is killed by
      // the second, before what was typed is written. And there is no terminal left to restore.
      if (!isGone) {
        for (const signal of endSignals) process.off(signal, onSignal);
        input.setRawMode(wasRaw);
        input.pause();
      }
      resolve({ lines: recorder.lines(), end });
    };
    const onSignal = (signal: NodeJS.Signals): void => {
      if (!isOver) pty.kill('SIGHUP');
      finish('closed', signal === 'SIGHUP');
    };
    const onClosed = (): void => {
      onSignal('SIGHUP');
    };
    // In raw mode Ctrl-C is a key like others: these signals come from outside, and a closed window sends the first.
    for (const signal of endSignals) process.on(signal, onSignal);
    input.once('end', onClosed);
    // What is closed fails at every further read and write. That ends other commands at once; here what was typed is still to be written.
    output.removeAllListeners('error');
    input.on('error', onClosed);
    output.on('error', onClosed);
    pty.onData((data) => {
      recorder.shown(data);
      output.write(data);
    });
    pty.onExit(() => {
      finish('exit');
    });
    input.setRawMode(true);
    output.on('resize', onResize);
    input.on('data', onKeys);
    input.resume();
  });
}

/** Whether the shell itself reads what is typed, and no program that it started. */
function isInForeground(pty: IPty, shell: string): boolean {
  try {
    // Behind the name in brackets: state, parent, group, session, terminal, and the group in the terminal's foreground.
    const fields = readFileSync(`/proc/${pty.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[5]) === pty.pid;
  } catch {
    // No /proc, as on macOS: the name of the program is all there is.
    return shell.endsWith(pty.process);
  }
}
