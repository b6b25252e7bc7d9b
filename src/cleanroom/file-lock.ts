import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Runs `work` while no other process holds the lock. The lock is the kernel's (flock), held by a helper process that reads
 * from us: when we die, its input ends and the lock is free.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const holder = spawn('flock', [path, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) =>
    holder.once('close', () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    holder.once('error', reject);
    holder.once('exit', (code) => {
      reject(new Error(`flock ${path} ended with ${code}`));
    });
    holder.stdout.once('data', () => {
      resolve();
    });
  });
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
