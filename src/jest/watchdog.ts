import { Worker } from 'node:worker_threads';

const key = Symbol.for('vigie.give-up');

/** In the thread: each message puts the end off; when none comes in time, the main thread is interrupted. */
const thread = `
const { parentPort, workerData } = require('node:worker_threads');
const { Session } = require('node:inspector');
let timer;
const wait = () => { clearTimeout(timer); timer = setTimeout(bite, workerData); };
const bite = () => {
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.evaluate', { expression: "globalThis[Symbol.for('vigie.give-up')]()" });
};
parentPort.on('message', wait);
wait();
`;

/**
 * Ends a run in which the main thread is blocked for `deadlineMs`: no timeout of Jest can interrupt a `while (true)` in a grader.
 * Node evaluates an inspector's request even then, so `giveUp` runs on the main thread and can still write and exit.
 * Gives the function that ends the watch.
 */
export function startWatchdog(deadlineMs: number, giveUp: () => never): () => void {
  Object.defineProperty(globalThis, key, { value: giveUp, configurable: true });
  const worker = new Worker(thread, { eval: true, workerData: deadlineMs });
  // Where the system gives no thread, grading goes on without a watch: it is there for a grader that is broken.
  worker.on('error', () => undefined);
  worker.unref();
  const beat = setInterval(() => {
    worker.postMessage('alive');
  }, deadlineMs / 4);
  beat.unref();
  return () => {
    clearInterval(beat);
    void worker.terminate();
    Reflect.deleteProperty(globalThis, key);
  };
}
