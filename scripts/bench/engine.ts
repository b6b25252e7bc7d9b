import { openCleanRoom, prepareMachine, stepText, type CleanRoom, type Step } from '../../src/cleanroom';

/** An engine in the state that labs 02 and 03 end in, and how to run a command where its `localhost` is. */
export interface BenchEngine extends AsyncDisposable {
  readonly what: string;
  readonly env: NodeJS.ProcessEnv;
  readonly enter: (argv: readonly string[]) => readonly string[];
}

/** The engine of DOCKER_HOST, which must be in that state, or else a clean room that is brought into it. */
export async function benchEngine(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<BenchEngine> {
  const host = env['DOCKER_HOST'];
  if (host !== undefined)
    return { what: host, env, enter: (argv) => argv, [Symbol.asyncDispose]: () => Promise.resolve() };
  const tell = (step: Step): void => {
    log(stepText(step, 'en'));
  };
  await prepareMachine({ onStep: tell });
  const room = await openCleanRoom({ onStep: tell });
  try {
    for (const command of state) await must(room, command);
  } catch (error) {
    await room.close();
    throw error;
  }
  return {
    what: 'a clean room',
    env: { ...env, ...room.env },
    enter: (argv) => room.enter(argv),
    [Symbol.asyncDispose]: () => room.close(),
  };
}

const inContainer = 'apt-get update && apt-get install -y python3 nginx && nginx';
const state: readonly (readonly string[])[] = [
  ['docker', 'pull', 'ubuntu'],
  ['docker', 'run', '-itd', '-p', '80:80', '--name', 'ubuntu', 'ubuntu'],
  ['docker', 'exec', '-e', 'DEBIAN_FRONTEND=noninteractive', 'ubuntu', 'sh', '-c', inContainer],
];

async function must(room: CleanRoom, command: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await room.run(command, { deadlineMs: 600_000 });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}
