import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitCodes } from '../grading/exit-code';

/** How a command ended, and all that it said. */
export interface Ran {
  readonly code: number;
  readonly text: string;
}

/** Runs the built `vigie` in a process of its own. A run that was killed or could not be started has graded nobody. */
export function runVigie(
  packageFolder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ran> {
  const main = join(packageFolder, 'dist', 'cli', 'main.js');
  return new Promise((done) => {
    const child = spawn(process.execPath, [main, ...args], {
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

/** The runner’s own tokens (uploads, attestations) are no business of graders, which may be anybody’s. */
function withoutTokens(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(ACTIONS_.*|GITHUB_TOKEN|GH_TOKEN)$/.test(name)),
  );
}
