import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '../../src/evidence/facts';

interface Line {
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly timeNano: string;
}

/** What a real engine recorded while a student typed what `what` says: `test/fixtures/events`. */
export function eventsWhen(what: string): readonly RecordedEvent[] {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'events', 'docker-20.10.24.json'), 'utf8');
  const lines = (JSON.parse(text) as Record<string, readonly Line[]>)[what]; // as it was written
  if (lines === undefined) throw new Error(`Nothing was recorded of "${what}".`);
  return lines.map((line) => ({
    ...line,
    type: 'container',
    time: Math.floor(Number(line.timeNano) / 1e9),
    own: false,
  }));
}
