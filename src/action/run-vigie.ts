import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes } from '../grading/exit-code';

/** How a command ended, and all that it said. */
export interface Ran {
  readonly code: number;
  readonly text: string;
}

/**
 * Runs the built `vigie` in a process of its own, as root where that is wanted and given. A run that was killed or could not be started has graded
 * nobody.
 */
export function runVigie(
  packageFolder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  asRoot = false,
): Promise<Ran> {
  const main = join(packageFolder, 'dist', 'cli', 'main.js');
  const command = [process.execPath, main, ...args];
  const [program = '', ...rest] =
    asRoot && mayBecomeRoot() ? [...sudo, '--preserve-env', ...command] : command;
  return new Promise((done) => {
    const child = spawn(program, rest, {
      env: withoutTokens(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const keep = (chunk: string) => (text += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      done({ code: exitCodes.incomplete, text: `${text}${error.message}\n` });
    });
    child.on('close', (code) => {
      done({ code: code ?? exitCodes.incomplete, text });
    });
  });
}

const sudo = ['sudo', '--non-interactive'] as const;

/** As on hosted runners, whose user is not root but may be without a password. Elsewhere the command itself says what it lacks. */
function mayBecomeRoot(): boolean {
  if (process.getuid?.() === 0) return false; // it is already
  const [program, ...flags] = sudo;
  return spawnSync(program, [...flags, 'true']).status === 0;
}

/** The runner’s own tokens (uploads, attestations), and the files by which a step sets variables and outputs, are no business of graders, which may be anybody’s. */
function withoutTokens(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}

const ofTheRunner = /^(ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))$/;
