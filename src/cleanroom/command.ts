import { execFileSync, spawn } from 'node:child_process';
import { CleanRoomError } from './clean-room-error';

/** What a command left: `code` is null when a signal ended it (also when the deadline passed). */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run; `deadlineMs` is in milliseconds, default two minutes. */
export interface CommandOptions {
  readonly input?: string;
  readonly deadlineMs?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Output is kept up to this many bytes a stream; the rest is read and dropped. */
const OUTPUT_CAP = 4 * 1024 * 1024;
const DEFAULT_DEADLINE_MS = 120_000;

/** Runs a command to its end and keeps what it wrote. Never rejects because the command failed. */
export function runCommand(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: options.env,
      cwd: options.cwd,
      signal: options.signal,
      timeout: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
      killSignal: 'SIGKILL',
    });
    const stdout = keepOutput(child.stdout);
    const stderr = keepOutput(child.stderr);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: stdout(), stderr: stderr() });
    });
    // A command that does not read its input closes the pipe early; its exit code says enough.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(options.input ?? '');
  });
}

/** Like `runCommand`, for commands of our own that have no reason to fail. */
export async function mustRun(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await runCommand(argv, options);
  if (result.code === 0) return result.stdout;
  const said = (result.stderr || result.stdout).trim().split('\n').slice(-8).join('\n');
  throw new CleanRoomError(
    'cleanroom.command-failed',
    `${argv.join(' ')} ended with ${result.code}: ${said}`,
  );
}

/** Runs a short command to its end without giving way to anything else; `undefined` when it failed. */
export function tryRunSync(argv: readonly string[]): string | undefined {
  const [program = '', ...args] = argv;
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
  } catch {
    return undefined; // what to do about it is the caller's to say: removal goes on, whatever is already gone
  }
}

function keepOutput(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let kept = 0;
  stream.on('data', (chunk: Buffer) => {
    if (kept < OUTPUT_CAP) chunks.push(chunk.subarray(0, OUTPUT_CAP - kept));
    kept += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
