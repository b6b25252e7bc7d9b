import { prepareMachine, stepText } from '../../src/cleanroom';

/** Before the tier that needs a real engine: installs what the machine lacks (root on Debian), or says what that is. */
export default async function prepare(): Promise<void> {
  await prepareMachine({ onStep: (step) => process.stderr.write(`${stepText(step, 'en')}\n`) });
}
