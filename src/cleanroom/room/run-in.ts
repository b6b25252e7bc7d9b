import { join } from 'node:path';
import type { CommandOptions, CommandResult } from '../command';
import { runCommand } from '../command';

/** What it takes to run a command on a room's host. */
interface Host {
  /** Where commands run. It is the student's: nothing in it is set for commands of ours. */
  readonly home: string;
  /** A folder that nobody in the room can write: their home and docker's settings. */
  readonly settings: string;
  readonly env: Readonly<Record<string, string>>;
  readonly enter: (argv: readonly string[]) => readonly string[];
}

/** Runs commands of ours on the room's host, with its engine and without what a student has set there: docker runs the plugins that it finds in its settings. */
export function runIn({ home, settings, env, enter }: Host) {
  return (argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> =>
    runCommand(enter(argv), {
      cwd: home,
      ...options,
      env: {
        ...withoutDockerSettings(process.env),
        ...env,
        HOME: settings,
        DOCKER_CONFIG: join(settings, 'docker'),
        ...options.env,
      },
    });
}

/** The user's DOCKER_HOST, DOCKER_CONTEXT, DOCKER_TLS… must not lead a command out of the room. */
function withoutDockerSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('DOCKER_')));
}
