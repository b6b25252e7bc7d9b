import { describe, expect, test } from '@jest/globals';
import { ownEvents } from '../../../../src/collect/events/own-events';
import type { OwnAction, OwnCall } from '../../../../src/collect/looking';
import type { EngineEvent } from '../../../../src/evidence/docker';
import { eventAt, millisAt, ubuntuId } from '../../../support/events';

/** Which of the events, by position, are taken for Vigie's own? */
function own(events: readonly EngineEvent[], calls: readonly OwnCall[] = [], sameClock = true): number[] {
  const { own: found } = ownEvents(events, calls, sameClock);
  return events.flatMap((event, index) => (found.has(event) ? [index] : []));
}
const call = (from: number, to: number, action: OwnAction): OwnCall => ({
  container: ubuntuId,
  action,
  from: millisAt(from),
  to: millisAt(to),
});

describe('events of a remembered call', () => {
  test('of a reading whose marks the engine refused are one `top`', () => {
    expect(
      own(
        [0.01, 0.02].map((at) => eventAt(at, 'top')),
        [call(0, 0.1, 'top')],
      ),
    ).toHaveLength(1);
  });
  test('are claimed as many as it caused', () => {
    const events = [0.01, 0.02, 0.03].map((at) => eventAt(at, 'archive-path'));
    expect(own(events, [call(0, 0.1, 'archive-path')])).toHaveLength(1);
    expect(own(events, [call(0, 0.1, 'archive-path'), call(0, 0.1, 'archive-path')])).toHaveLength(2);
  });
  test('are those in its time, not the nearby ones of the student', () => {
    const events = [
      eventAt(0.98, 'archive-path'),
      eventAt(1.05, 'archive-path'),
      eventAt(1.5, 'archive-path'),
    ];
    expect(own(events, [call(1, 1.1, 'archive-path')])).toEqual([1]);
    expect(own([eventAt(1.5, 'archive-path')], [call(1, 1.1, 'archive-path')])).toEqual([]);
  });
  test('may lie a little beside it where the engine has another clock', () => {
    expect(own([eventAt(2.5, 'archive-path')], [call(1, 1.1, 'archive-path')], false)).toEqual([0]);
  });
  test('of an exec are its creation, start and end, and no other command', () => {
    const exec = (at: number, action: string, execID: string) =>
      eventAt(at, action, { attributes: { execID } });
    const events = [
      exec(1.01, 'exec_create: python3 -c print(6 * 7)', 'a'),
      exec(1.02, 'exec_create: bash ', 'b'),
      exec(1.03, 'exec_start: bash ', 'b'),
      exec(1.04, 'exec_start: python3 -c print(6 * 7)', 'a'),
      exec(5, 'exec_die', 'a'),
      exec(1.05, 'exec_die', 'b'),
    ];
    expect(own(events, [call(1, 1.1, 'exec_create: python3 -c print(6 * 7)')])).toEqual([0, 3, 4]);
    expect(own(events, [call(1, 1.1, 'exec_create: bash')])).toEqual([1, 2, 5]);
  });
  test('of an exec on Podman have no command', () => {
    const events = [eventAt(1.01, 'exec'), eventAt(1.02, 'exec_died'), eventAt(1.06, 'exec')];
    expect(own(events, [call(1, 1.1, 'exec_create: true')])).toEqual([0, 1]);
  });
  test('on another container or with no action are nobody’s', () => {
    expect(own([eventAt(1, 'archive-path', { id: 'other' })], [call(1, 1.1, 'archive-path')])).toEqual([]);
    expect(own([eventAt(1, '')], [call(1, 1.1, 'exec_create: true')])).toEqual([]);
  });
});
