import type { Test, TestResult } from '@jest/test-result';
import JestRunner, { type TestRunnerOptions, type TestWatcher } from 'jest-runner';
import { basename } from 'node:path';
import { inGraderOrder } from './grader-order';
import { runStarted } from './run-state';
import { messageOf } from './test-record';

/**
 * Jest's own runner, but always in this process and in our order, also under plain `npx jest`: the evidence is collected once and
 * every file sees it. A default export, since Jest asks for it.
 */
export default class GradingRunner extends JestRunner {
  override readonly isSerial = true;

  override async runTests(tests: Test[], watcher: TestWatcher, options: TestRunnerOptions): Promise<void> {
    const notes = [
      this.on('test-file-failure', ([test, error]) => noteBroken(test, error)),
      this.on('test-file-success', ([test, result]) => noteUnloaded(test, result)),
    ];
    await super.runTests(inGraderOrder(tests), watcher, { ...options, serial: true });
    for (const stop of notes) stop();
  }
}

async function noteUnloaded(test: Test, result: TestResult): Promise<void> {
  if (result.testExecError) await noteBroken(test, result.testExecError);
}

/** Labs that are judged later must know that tests are missing because of us. */
async function noteBroken(test: Test, error: unknown): Promise<void> {
  const state = await runStarted();
  state?.brokenFiles.push({ file: basename(test.path), message: messageOf(error) });
}
