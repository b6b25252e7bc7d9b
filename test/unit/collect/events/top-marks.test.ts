import { describe, expect, test } from '@jest/globals';
import { markedEvents } from '../../../../src/collect/events/top-marks';
import { eventAt } from '../../../support/events';

/** What happened, one a second: `top`, or the mark `begin` or `end` of the reading of that letter. Answers the places of what is ours. */
function own(story: string): number[] {
  const events = story.split(' ').map((word, second) => {
    const [side, letter] = word.split(':');
    return eventAt(
      second,
      letter === undefined ? word : `exec_create: vigie top ${side} ${letter.repeat(8)}`,
    );
  });
  const found = markedEvents(events);
  return events.flatMap((event, index) => (found.has(event) ? [index] : []));
}

describe('a `top` is ours', () => {
  test('between the marks of a reading, and the student’s outside of them', () => {
    expect(own('top begin:a top end:a top')).toEqual([1, 2, 3]);
  });
  test('however soon the readings follow each other', () => {
    expect(own('begin:a top end:a begin:b top end:b top begin:c top end:c')).toEqual([
      0, 1, 2, 3, 4, 5, 7, 8, 9,
    ]);
  });
  test('once a reading: of two between its marks one is the student’s', () => {
    expect(own('begin:a top top end:a')).toEqual([0, 1, 3]);
    expect(own('begin:a end:a top')).toEqual([0, 1]);
  });
  test('also where two readings overlap', () => {
    expect(own('begin:a begin:b top top end:b end:a top')).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('a reading with one mark', () => {
  test('that was cut off is ended by the `top` that follows', () => {
    expect(own('top begin:a top top')).toEqual([1, 2]);
  });
  test('does not take what lies between the marks of another', () => {
    expect(own('begin:a begin:b top end:b top')).toEqual([0, 1, 2, 3, 4]);
    expect(own('begin:a begin:b top end:b')).toEqual([0, 1, 2, 3]);
  });
  test('whose beginning the engine has forgotten takes the `top` before its end', () => {
    expect(own('top top end:a top')).toEqual([1, 2]);
  });
  test('takes none that is far off', () => {
    expect(own(`begin:a ${'die '.repeat(61)}top`)).toEqual([0]);
    expect(own(`top ${'die '.repeat(6)}end:a`)).toEqual([7]);
  });
});

test('a command of the student’s that only looks like a mark is none', () => {
  const story = [
    'exec_create: vigie top',
    'exec_create: vigie top begin x',
    'exec_start: vigie top begin aaaaaaaa',
  ];
  for (const action of story) expect([...markedEvents([eventAt(0, action), eventAt(1, 'top')])]).toEqual([]);
});
