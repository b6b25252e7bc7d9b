import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markedEvents } from '../../../../src/collect/events/marked-events';
import { endCommand, type Kind, type Made } from '../../../../src/collect/events/marks';
import { eventAt } from '../../../support/events';

/** One line of what an engine records; `whose` is what nobody tells. */
interface Line {
  readonly action: string;
  readonly whose: 'ours' | 'student';
  readonly burst?: string;
}
type Way = 'whole' | 'refused' | 'killed-before' | 'killed-after' | 'given-up-before' | 'given-up-after';
const ways: readonly Way[] = [
  'whole',
  'whole',
  'refused',
  'killed-before',
  'killed-after',
  'given-up-before',
  'given-up-after',
];

const ours = (words: readonly string[]): Line => ({
  action: `exec_create: ${words.join(' ')}`,
  whose: 'ours',
});
const ourTop: Line = { action: 'top', whose: 'ours' };

/** What one burst of a grader leaves, in this order; others may come in between. `late`: it comes when the mark is there already. */
function burst(way: Way, id: string): readonly Line[] {
  const begin = ours(['vigie', 'look', 'begin', id]);
  const end = (sure: number, maybe: number) =>
    ours(endCommand(id, new Map<Kind, Made>([['top', { sure, maybe }]])));
  switch (way) {
    case 'whole':
      return [begin, ourTop, end(1, 0)];
    case 'refused':
      return [begin, end(0, 0)];
    case 'killed-before':
      return [begin];
    case 'killed-after':
      return [begin, ourTop];
    case 'given-up-before':
      return [begin, end(0, 1)];
    case 'given-up-after':
      return [begin, end(0, 1), ourTop];
  }
}

/** Up to eight graders and a student at once, in any order, of which the engine has forgotten the beginning. */
const histories = (possible: readonly Way[]) =>
  fc
    .record({
      ways: fc.array(fc.constantFrom(...possible), { minLength: 0, maxLength: 8 }),
      tops: fc.nat(5),
      order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      forgotten: fc.nat(12),
    })
    .map(({ ways: chosen, tops, order, forgotten }) => {
      const queues: Line[][] = chosen.map((way, index) => {
        const id = String(index).repeat(8);
        return burst(way, id).map((line) => ({ ...line, burst: id }));
      });
      for (let n = 0; n < tops; n += 1) queues.push([{ action: 'top', whose: 'student' }]);
      const lines: Line[] = [];
      for (let step = 0; queues.some((queue) => queue.length > 0); step += 1) {
        const left = queues.filter((queue) => queue.length > 0);
        const next = left[(order[step % order.length] ?? 0) % left.length]?.shift();
        if (next) lines.push(next);
      }
      return { lines, forgotten };
    });

/** Nothing tells of a reading that was broken off when all its marks are forgotten and what it left is not. */
const canBeTold = (lines: readonly Line[]): boolean =>
  lines.every(
    ({ action, burst: id }) =>
      action !== 'top' ||
      id === undefined ||
      lines.some((other) => other.burst === id && other.action !== 'top'),
  );

function count(lines: readonly Line[]) {
  const events = lines.map(({ action }, index) => eventAt(index / 10, action));
  const { own, unsure } = markedEvents(events);
  const tops = events.filter(({ action }) => action === 'top');
  return {
    least: tops.filter((event) => !own.has(event) && !unsure.has(event)).length,
    most: tops.filter((event) => !own.has(event)).length,
    truth: lines.filter(({ action, whose }) => action === 'top' && whose === 'student').length,
  };
}

test('whoever else grades, is killed or gives up: no student gets a `docker top` that nobody typed, and none loses one for certain', () => {
  fc.assert(
    fc.property(histories(ways), ({ lines, forgotten }) => {
      const rest = lines.slice(forgotten);
      for (const seen of canBeTold(rest) ? [lines, rest] : [lines]) {
        const { least, most, truth } = count(seen);
        expect(least).toBeLessThanOrEqual(truth);
        expect(truth).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 2000 },
  );
});

test('where no grader was broken off nothing is unsure, however they overlap', () => {
  fc.assert(
    fc.property(histories(['whole', 'refused']), ({ lines }) => {
      const { least, most, truth } = count(lines);
      expect([least, most]).toEqual([truth, truth]);
    }),
    { numRuns: 2000 },
  );
});

test('a `docker top` long after all readings counts, whatever became of them', () => {
  fc.assert(
    fc.property(histories(ways), ({ lines }) => {
      const events = lines.map(({ action }, index) => eventAt(index / 10, action));
      const late = eventAt(500, 'top');
      const { own, unsure } = markedEvents([...events, late]);
      expect(own.has(late) || unsure.has(late)).toBe(false);
    }),
  );
});
