import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import type { Circus } from '@jest/types';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { basename } from 'node:path';
import type * as OwnRun from './own-run';
import { currentState, type RunState } from './run-state';
import { openPort } from './sandbox/port';
import { endedTest, unrunTest } from './test-record';

/**
 * The environment of graders. Jest requires it outside the sandbox, so it sees the run of this process; without one, under plain
 * `npx jest`, it starts one. A default export, since Jest asks for it.
 */
export default class GradingEnvironment extends NodeEnvironment {
  readonly #file: string;
  #state: RunState | undefined;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.#file = basename(context.testPath);
  }

  override async setup(): Promise<void> {
    await super.setup();
    this.global.process.exit = () => {
      throw new Error('a grader may not end the process');
    };
  }

  /**
   * Jest awaits each event. `setup` comes last before the test file is loaded: until here Jest's own start, with all that it loads into the
   * sandbox, and the engine's answers overlap.
   */
  readonly handleTestEvent = async (event: Circus.AsyncEvent | Circus.SyncEvent): Promise<void> => {
    const { name } = event;
    if (name === 'setup') await this.#openPort();
    // A test is done once its hooks are, too.
    if (name === 'test_done')
      this.#state?.tests.push(endedTest(event.test.name, this.#file, event.test.errors));
    if (name === 'test_skip' || name === 'test_todo')
      this.#state?.tests.push(unrunTest(event.test.name, this.#file));
  };

  async #openPort(): Promise<void> {
    this.#state = await currentState(startOwnRun);
    openPort(this.global, this.#state.openSandbox(await this.#state.run.evidence));
  }
}

/** Loaded only where it is needed: it brings everything that the CLI would have loaded. */
function startOwnRun(): Promise<RunState> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const own = require('./own-run') as typeof OwnRun;
  return own.startOwnRun();
}
