import { describe, expect, test } from '@jest/globals';
import { ownEvents } from '../../../../src/collect/events/own-events';
import type { OwnAction, OwnCall } from '../../../../src/collect/looking';
import type { EngineEvent } from '../../../../src/evidence/docker';
import { eventAt, millisAt, ubuntuId } from '../../../support/events';

/** Which of the events, by position, are taken for Vigie's own? */
function own(events: readonly EngineEvent[], calls: readonly OwnCall[] = [], sameClock = true): number[] {
  const found = ownEvents(events, calls, sameClock);
  return events.flatMap((event, index) => (found.has(event) ? [index] : []));
}
const call = (from: number, to: number, action: OwnAction): OwnCall => ({
  container: ubuntuId,
  action,
  from: millisAt(from),
  to: millisAt(to),
});

describe('two `top` at one moment are ours, without any memory', () => {
  test('however many gradings there were', () => {
    expect(own([0, 0.004, 10, 10.03, 20, 20.059].map((at) => eventAt(at, 'top')))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });
  test('but one alone is the student’s', () => {
    expect(own([0, 5, 10].map((at) => eventAt(at, 'top')))).toEqual([]);
  });
  test('and of three the odd one out is, before or after ours', () => {
    expect(own([0, 0.03, 0.04].map((at) => eventAt(at, 'top')))).toEqual([1, 2]);
    expect(own([0, 0.01, 0.04].map((at) => eventAt(at, 'top')))).toEqual([0, 1]);
    expect(own([0, 0.05, 0.06, 0.11].map((at) => eventAt(at, 'top')))).toEqual([1, 2]);
  });
  test('but not two commands that a shell runs one after the other', () => {
    expect(own([0, 0.09].map((at) => eventAt(at, 'top')))).toEqual([]);
  });
  test('also far apart, where a mark says so; a mark alone does no harm', () => {
    const marked = [eventAt(0, 'top'), eventAt(2, 'top'), eventAt(2.02, 'exec_create: vigie top 2015')];
    expect(own(marked)).toEqual([0, 1, 2]);
    expect(own([eventAt(-3, 'top'), ...marked, eventAt(5, 'top')])).toEqual([1, 2, 3]);
    expect(own([eventAt(0, 'top'), eventAt(2, 'top'), eventAt(4, 'exec_create: vigie top 100')])).toEqual([
      2,
    ]);
  });
  test('and a mark that was recorded late takes the two before it, not an earlier one', () => {
    const late = [
      eventAt(-0.5, 'top'),
      eventAt(0, 'top'),
      eventAt(0.5, 'top'),
      eventAt(1.4, 'exec_create: vigie top 600'),
    ];
    expect(own(late)).toEqual([1, 2, 3]);
  });
  test('but not those of two containers', () => {
    expect(own([eventAt(0, 'top'), eventAt(0.001, 'top', { id: 'other' })])).toEqual([]);
  });
});

describe('events of a remembered call', () => {
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
