import type { CommandOptions, CommandResult } from '../command';
import { runCommand } from '../command';

/** What it takes to run a command on a room's host. */
interface Host {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  readonly enter: (argv: readonly string[]) => readonly string[];
}

/** Runs commands on the room's host with the room's settings. */
export function runIn({ home, env, enter }: Host) {
  return (argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> =>
    runCommand(enter(argv), {
      cwd: home,
      ...options,
      env: { ...withoutDockerSettings(process.env), HOME: home, ...env, ...options.env },
    });
}

/** The user's DOCKER_HOST, DOCKER_CONTEXT, DOCKER_TLS… must not lead a command out of the room. */
function withoutDockerSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DOCKER_')));
}
