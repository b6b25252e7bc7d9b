import { expect, test } from '@jest/globals';
import { parseEvidence } from '../../../src/grading/evidence-file';
import type { Fact } from '../../../src/evidence/evidence';

const evidence = (key: string, value: string) =>
  `{"vigie":"evidence","version":1,"grader":"1","takenAt":"2026-11-24T08:00:00.000Z","tookMs":1,"labs":[],"endpoint":"unix:///x","facts":{"${key}":{"value":${value}}}}`;

function factIn(key: string, value: string): Fact | undefined {
  const parsed = parseEvidence(evidence(key, value), 'seen.json');
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.facts[key];
}

test.each([
  ['container/web', '{"Id":"a","State":{"StartedAt":"x"}}', '/State/StartedAt: pattern'],
  ['container/web', '{"Id":"a","RestartCount":1e999}', '/RestartCount: type'],
  ['container/web', '{}', '/Id: required'],
  ['images', '[{"Id":"a","Size":-1}]', '/0/Size: minimum'],
  ['events', '{"events":[{}],"completeSince":0,"readAt":0}', '/events/0/type: required'],
  ['file/web/etc/motd', '{"type":"file","mode":420,"size":-1}', '/size: minimum'],
])('what %s cannot hold (%s) makes a fault of that fact', (key, value, detail) => {
  expect(factIn(key, value)).toEqual({
    fault: { code: 'engine.answer-invalid', args: { call: key, detail } },
  });
});

test.each([
  ['container/web', 'null'],
  ['container/web', '{"Id":"a","State":{"StartedAt":"2026-11-24T08:07:25.3Z"},"Other":[[]]}'],
  ['unheard-of', '{"anything":1}'],
])('%s may hold %s', (key, value) => {
  expect(factIn(key, value)).toEqual({ value: JSON.parse(value) as unknown });
});
