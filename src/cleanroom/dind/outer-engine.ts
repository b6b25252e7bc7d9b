import { CleanRoomError } from '../clean-room-error';
import type { CommandOptions } from '../command';
import { runCommand } from '../command';

/** The engine that is already there, as the docker command finds it: `DOCKER_HOST`, else the usual address. */
export interface OuterEngine {
  /** Runs docker on it; `undefined` when that failed. */
  ask(args: readonly string[], options?: CommandOptions): Promise<string | undefined>;
  /** The same, where failing is trouble: rejects with a `CleanRoomError`. */
  must(args: readonly string[], options?: CommandOptions): Promise<string>;
}

export const outerEngine: OuterEngine = {
  async ask(args, options) {
    try {
      const { code, stdout } = await runCommand(['docker', ...args], { env: environment(), ...options });
      return code === 0 ? stdout.trim() : undefined;
    } catch {
      return undefined; // there is no docker command
    }
  },
  async must(args, options) {
    const { code, stdout, stderr } = await runCommand(['docker', ...args], {
      env: environment(),
      ...options,
    });
    if (code === 0) return stdout.trim();
    const said = (stderr || stdout).trim().split('\n').slice(-8).join('\n');
    throw new CleanRoomError(
      'cleanroom.command-failed',
      `docker ${args.join(' ')} ended with ${code}: ${said}`,
    );
  },
};

/** The classic builder needs no plugin. */
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, DOCKER_BUILDKIT: '0' });
