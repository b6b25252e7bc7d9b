import { spawn } from 'node:child_process';

/** `shell: bash` as the runner calls it; what is printed comes in the order of the pipe. */
export function runScript(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  enter: (argv: readonly string[]) => readonly string[] = (argv) => argv,
): Promise<{ readonly code: number | null; readonly text: string }> {
  return new Promise((done, fail) => {
    const [program = '', ...args] = enter(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script]);
    const child = spawn(program, args, { cwd, env });
    let text = '';
    const keep = (chunk: Buffer) => (text += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code, text });
    });
  });
}
