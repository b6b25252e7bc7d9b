import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const hasTmux = (): boolean => spawnSync('tmux', ['-V']).status === 0;

export interface TmuxOptions {
  readonly columns: number;
  readonly rows: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A real terminal that is emulated by tmux: what is on its screen can be read, and its window gets other sizes. */
export class Tmux {
  readonly #folder = mkdtempSync(join(tmpdir(), 'vigie-tmux-'));
  readonly #socket = join(this.#folder, 'tmux');

  constructor(argv: readonly string[], { columns, rows, cwd, env }: TmuxOptions) {
    const variables = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const size = ['-x', String(columns), '-y', String(rows)];
    // What a program printed at its end stays to be read.
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', cwd, ...variables, 'sleep 600');
    this.#tmux('set', '-g', 'status', 'off');
    this.#tmux('set', '-g', 'remain-on-exit', 'on');
    this.resize(columns, rows);
    this.#tmux('respawn-pane', '-k', '-c', cwd, ...variables, ...argv);
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  keys(...names: string[]): void {
    this.#tmux('send-keys', ...names);
  }

  /** Its lines from the top, without those that are empty at the end; with what has scrolled away, if asked for. */
  lines(scrolled = false): string[] {
    const text = this.#tmux('capture-pane', '-p', ...(scrolled ? ['-S', '-'] : []));
    return text.trimEnd().split('\n');
  }

  /** The screen, as soon as it is like this. */
  async until(isSo: (lines: readonly string[]) => boolean, scrolled = false): Promise<string[]> {
    for (let tries = 0; tries < 600; tries++) {
      const lines = this.lines(scrolled);
      if (isSo(lines)) return lines;
      await pause(50);
    }
    throw new Error(`The screen never was like this; last:\n${this.lines(scrolled).join('\n')}`);
  }

  /** Resolves when the program has ended. (tmux is sometimes late to say so of a pane.) */
  async ended(): Promise<void> {
    for (let tries = 0; tries < 600; tries++) {
      const pid = Number(this.#tmux('list-panes', '-F', '#{pane_pid}'));
      if (!isAlive(pid)) return;
      await pause(50);
    }
    throw new Error('The program never ended.');
  }

  end(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'], { stdio: 'ignore' });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #tmux(...args: string[]): string {
    const { TMUX: _, ...env } = process.env;
    return execFileSync('tmux', ['-u', '-S', this.#socket, ...args], {
      encoding: 'utf8',
      env: { ...env, LC_ALL: 'C.UTF-8' },
    });
  }
}

/** Whoever has ended and was not asked how yet, is a zombie. */
function isAlive(pid: number): boolean {
  const [, state] = /\) (\w) /.exec(readStat(pid)) ?? [];
  return state !== undefined && state !== 'Z';
}

function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
