import { describe, expect, test } from '@jest/globals';
import { kindOfExec, markIn } from '../../../../src/collect/events/marks';
import { markedEvents } from '../../../../src/collect/events/marked-events';
import { eventAt } from '../../../support/events';

const exec = kindOfExec('exec_create: cat /etc/hostname');

/**
 * What happened, one a second: `top`, or the mark `begin:a` or `end:a:top=1` of the burst of that letter. Answers the places of what is ours, and of
 * what may be.
 */
function told(story: string): { own: number[]; unsure: number[] } {
  const events = story.split(' ').map((word, second) => {
    const [side, letter, made = ''] = word.split(':');
    const id = (letter ?? '').repeat(8);
    const mark = `exec_create: vigie look ${side} ${id} ${made.replaceAll(',', ' ')}`;
    const action = word === 'exec' ? 'exec_create: cat /etc/hostname' : word;
    return eventAt(second, letter === undefined ? action : mark.trimEnd());
  });
  const found = markedEvents(events);
  const places = (set: ReadonlySet<unknown>): number[] =>
    events.flatMap((event, index) => (set.has(event) ? [index] : []));
  return { own: places(found.own), unsure: places(found.unsure) };
}
const certain = (story: string): number[] => {
  const { own, unsure } = told(story);
  expect(unsure).toEqual([]);
  return own;
};

describe('an event is ours', () => {
  test('between the marks of a burst that says so, and the student’s outside of them', () => {
    expect(certain('top begin:a top end:a:top=1 top')).toEqual([1, 2, 3]);
  });
  test('however soon the bursts follow each other', () => {
    expect(certain('begin:a top end:a:top=1 begin:b top end:b:top=1 top begin:c top end:c:top=1')).toEqual([
      0, 1, 2, 3, 4, 5, 7, 8, 9,
    ]);
  });
  test('as often as the burst says: of two between its marks one is the student’s', () => {
    expect(certain('begin:a top top end:a:top=1')).toEqual([0, 1, 3]);
    expect(certain('begin:a end:a:top=1 top')).toEqual([0, 1]);
    expect(certain('begin:a top end:a')).toEqual([0, 2]);
  });
  test('also a file that was read, and an exec by its command', () => {
    expect(certain(`begin:a archive-path exec archive-path end:a:archive-path=2,${exec}=1 exec`)).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(certain('begin:a exec archive-path end:a:top=1')).toEqual([0, 3]);
  });
});

describe('where bursts of several graders overlap', () => {
  test.each<[string, number[]]>([
    ['begin:a begin:b top top end:b:top=1 end:a:top=1 top', [0, 1, 2, 3, 4, 5]],
    // The end that comes first takes what it must; the other has what is left.
    ['begin:a begin:b top end:b:top=1 top end:a:top=1', [0, 1, 2, 3, 4, 5]],
    ['begin:a top begin:b top end:a:top=1 end:b:top=1', [0, 1, 2, 3, 4, 5]],
    ['begin:a begin:b begin:c top top end:c:top=1 end:b:top=1 top end:a:top=1', [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ])('as many are ours as they say: %s', (story, own) => {
    expect(certain(story)).toEqual(own);
  });
  test('one more than they say is the student’s', () => {
    expect(certain('begin:a begin:b top top top end:b:top=1 end:a:top=1')).toHaveLength(6);
  });
});

describe('a burst that was broken off', () => {
  test('may have left one `top` or none: nobody knows', () => {
    expect(told('top begin:a top top')).toEqual({ own: [1], unsure: [2] });
  });
  test('does not take what is certainly another’s', () => {
    expect(told('begin:a begin:b top end:b:top=1')).toEqual({ own: [0, 1, 2, 3], unsure: [] });
    expect(told('begin:a begin:b top end:b:top=1 top')).toEqual({ own: [0, 1, 2, 3], unsure: [4] });
    const { own, unsure } = told('begin:f begin:a top top end:a:top=1');
    expect([own.length, unsure.length]).toEqual([4, 1]);
  });
  test('that says so itself may have left more', () => {
    expect(told('begin:a top end:a:top=0+1 top top')).toEqual({ own: [0, 2], unsure: [1] });
    expect(told('begin:a end:a:top=0+1 top top')).toEqual({ own: [0, 1], unsure: [2] });
  });
  test('whose beginning the engine has forgotten may be the one that left what comes before its end', () => {
    expect(told('top top end:a:top=1 top')).toEqual({ own: [2], unsure: [0] });
  });
  test('has nothing to do with what is far off', () => {
    expect(told(`begin:a ${'die '.repeat(61)}top`)).toEqual({ own: [0], unsure: [] });
    expect(told(`top ${'die '.repeat(61)}end:a:top=1`)).toEqual({ own: [62], unsure: [] });
  });
});

test('marks of an earlier version, which put each `top` between its own, are understood', () => {
  const events = [
    'exec_create: vigie top begin aaaaaaaa',
    'top',
    'exec_create: vigie top end aaaaaaaa',
    'top',
  ];
  const { own, unsure } = markedEvents(events.map((action, second) => eventAt(second, action)));
  expect([own.size, unsure.size]).toEqual([3, 0]);
});

test.each([
  'exec_create: vigie top',
  'exec_create: vigie top begin x',
  'exec_start: vigie look begin aaaaaaaa',
  'exec_create: vigie look begin aaaaaaaa top=1',
])('a command of the student’s that only looks like a mark is none: %s', (action) => {
  expect(markIn(eventAt(0, action))).toBeUndefined();
});
