import { expect, test } from '@jest/globals';
import { mergeEvents } from '../../../../src/collect/events/merge-events';
import type { Recording } from '../../../../src/collect/looking';
import type { EngineEvent } from '../../../../src/evidence/docker';
import { eventAt, millisAt } from '../../../support/events';

const at = (seconds: number) => millisAt(seconds) / 1000;
const ring = (since: number, ...events: EngineEvent[]) => ({ events, completeSince: at(since) });
const recording = (since: number, until: number, ...events: EngineEvent[]): Recording => ({
  engineId: 'E',
  since: at(since),
  until: at(until),
  events,
});

test('without a recording there is the engine’s memory', () => {
  expect(mergeEvents(ring(5, eventAt(5, 'top')), null)).toEqual(ring(5, eventAt(5, 'top')));
});

test('each event is there once, oldest first', () => {
  const merged = mergeEvents(
    ring(5, eventAt(5, 'b'), eventAt(7, 'c')),
    recording(1, 6, eventAt(2, 'a'), eventAt(5, 'b')),
  );
  expect(merged.events.map(({ action }) => action)).toEqual(['a', 'b', 'c']);
  expect(merged.completeSince).toBe(at(1));
});

test('a recording that ended before the engine’s memory begins adds events but no certainty', () => {
  const merged = mergeEvents(ring(5, eventAt(5, 'b')), recording(1, 4, eventAt(2, 'a')));
  expect(merged.events.map(({ action }) => action)).toEqual(['a', 'b']);
  expect(merged.completeSince).toBe(at(5));
});

test('an event that both have joins them, whatever the clock says', () => {
  const merged = mergeEvents(ring(5, eventAt(5, 'b')), recording(1, 4, eventAt(5, 'b')));
  expect(merged.completeSince).toBe(at(1));
});
