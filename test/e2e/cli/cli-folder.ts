import { spawn as spawnTerminal } from '@lydell/node-pty';
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPackage } from '../../../scripts/build';
import type { Found } from '../../support/evidence';
import { evidenceOf, theContainer, ubuntu } from '../../support/evidence';

const root = resolve(__dirname, '../../..');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A lab of two steps on a container; `status` of the second is what a test wants to fail. */
const lab = `vigie: 1
id: 01-web
lang: en
title: { fr: Un serveur, en: A server }
tasks:
  - id: run
    title: Run it
    points: 10
    checks:
      - container: ubuntu
        state: running
  - id: terminal
    title: With a terminal
    needs: [run]
    points: 10
    checks:
      - container: ubuntu
        tty: true
`;

/** The package as it is installed, built anew into a folder of its own, with a student's folder to run it in. */
export class CliFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'vigie-e2e-cli-'));
  readonly work = join(this.path, 'work');

  async build(): Promise<void> {
    const manifest = {
      name: 'vigie',
      exports: { './jest': './dist/jest/index.js', './package.json': './package.json' },
    };
    writeFileSync(join(this.path, 'package.json'), JSON.stringify(manifest));
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'dir');
    cpSync(join(root, 'graders'), join(this.path, 'graders'), { recursive: true });
    this.put('labs/01-web/lab.yaml', lab);
    this.put('bad/01-web/lab.yaml', lab.replace('running', 'runing').replace('points: 10', 'points: 9'));
    this.put('reached.json', evidence(theContainer(ubuntu())));
    this.put('below.json', evidence(theContainer(null)));
    this.put('half.json', evidence(theContainer({ ...ubuntu(), Config: { Tty: false } })));
    this.put(
      'lost.json',
      evidence([['container/ubuntu', { fault: { code: 'deadline', args: { call: 'GET', deadlineMs: 1 } } }]]),
    );
    this.put('empty.json', evidence([]));
    mkdirSync(join(this.path, 'home'));
    await buildPackage(join(this.path, 'dist'));
  }

  /** Writes a file of the student's folder. */
  put(name: string, content: string | Buffer): string {
    const file = join(this.work, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  readonly main = join(this.path, 'dist/cli/main.js');

  /** Nothing of the machine's own Docker settings; English, so that texts can be compared. */
  env(changes: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    const { PATH = '' } = process.env;
    const home = join(this.path, 'home');
    return { PATH, HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, LANG: 'en_US.UTF-8', ...changes };
  }

  start(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
    return spawn(process.execPath, [this.main, ...args], { cwd: this.work, env: this.env(), ...options });
  }

  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return ended(this.start(args, { env: this.env(env) }));
  }

  /** At a real terminal of 80 columns. */
  onTerminal(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number; readonly output: string }> {
    return new Promise((done) => {
      const terminal = spawnTerminal(process.execPath, [this.main, ...args], {
        cwd: this.work,
        env: this.env({ TERM: 'xterm-256color', ...env }),
        cols: 80,
      });
      let output = '';
      terminal.onData((data) => (output += data));
      terminal.onExit(({ exitCode }) => {
        done({ code: exitCode, output: output.replaceAll('\r\n', '\n') });
      });
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Collects what a process says until it is over. */
export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((done, fail) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      done({ code, signal, stdout, stderr });
    });
  });
}

function evidence(facts: readonly Found[]): string {
  const engine: Found = [
    'engine',
    {
      value: {
        flavour: 'docker',
        store: 'classic',
        id: 'ABCD',
        name: 'host',
        version: '20.10.24',
        apiVersion: '1.41',
        os: 'linux',
        arch: 'amd64',
      },
    },
  ];
  return JSON.stringify(evidenceOf([engine, ...facts]));
}
