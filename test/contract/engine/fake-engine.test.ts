import { describeEngine, type Subject } from './engine-contract';
import { startFakeEngine } from './fake-engine';

async function start(): Promise<Subject> {
  const fake = await startFakeEngine();
  return { ...fake, revive: start, dispose: fake.terminate };
}

describeEngine('the fake engine', start);
