import type { Request } from '../../src/evidence/request';
import { lookAt } from './look-at';

/** A program: asks for the facts in its second argument as whoever sits at the engine's own host does, and prints the evidence. */
async function main([dockerHost = '', requests = '[]']: readonly string[]): Promise<void> {
  // The test that starts this program wrote them.
  const evidence = await lookAt(dockerHost, JSON.parse(requests) as Request[]);
  process.stdout.write(JSON.stringify(evidence.facts));
}

void main(process.argv.slice(2));
