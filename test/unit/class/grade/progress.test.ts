import { describe, expect, test } from '@jest/globals';
import type { Counts } from '../../../../src/class/grade/grade-class';
import { makeProgress, progressLine } from '../../../../src/class/grade/progress';

const counts = (done: number, kept = 0, notGraded = 0): Counts => ({
  total: 10_000,
  done,
  graded: done - kept - notGraded,
  kept,
  notGraded,
});

describe('a line of progress', () => {
  test('has counts and the time left', () => {
    expect(progressLine(counts(2500), 10_000, 'en')).toBe('2500 of 10000, about 30 s left');
    expect(progressLine(counts(2500, 0, 3), 10_000, 'fr')).toBe(
      '2500 sur 10000, dont 3 sans note, encore 30 s environ',
    );
  });

  test('does not take what was there already for work', () => {
    expect(progressLine(counts(5000, 4000), 10_000, 'en')).toBe('5000 of 10000, about 50 s left');
    expect(progressLine(counts(5000, 5000), 10_000, 'en')).toBe('5000 of 10000');
  });

  test('counts long times in minutes and hours', () => {
    expect(progressLine(counts(100), 10_000, 'en')).toContain('17 min');
    expect(progressLine(counts(1), 10_000, 'en')).toContain('28 h');
  });
});

function told(isTty: boolean): string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = makeProgress({
    isTty,
    write: (text) => lines.push(text),
    now: () => time,
    language: 'en',
  });
  for (let done = 1; done <= 10_000; done += 1) {
    time += 3;
    progress.show(counts(done));
  }
  progress.end();
  return lines;
}

describe('ten thousand students in thirty seconds', () => {
  test('are two plain lines in a log', () => {
    expect(told(false)).toEqual(['3334 of 10000, about 20 s left\n', '6668 of 10000, about 10 s left\n']);
  });

  test('are one line of a terminal, written over itself ten times a second at most, and wiped out', () => {
    const lines = told(true);
    expect(lines.length).toBeLessThanOrEqual(301);
    expect(lines.every((line) => line.startsWith('\r') && line.endsWith('\x1b[K'))).toBe(true);
    expect(lines.at(-1)).toBe('\r\x1b[K');
  });
});
