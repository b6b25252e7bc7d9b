import { expect, test } from '@jest/globals';
import { submissionKind } from '../../../src/action/submission-kind';

test.each([
  ['{\n "vigie": "evidence",\n "version": 1', 'evidence'],
  ['{"vigie":"report","version":1', 'report'],
  ['{"vigie": "reports"', 'report'],
  ['title: x\n$ docker run -dit ubuntu\n', 'replay'],
  ['{"vigie": "gradebook"', undefined],
  ['{"name": "x"}', undefined],
  ['[1]', undefined],
  ['', undefined],
  ['\0\0\0', undefined],
])('%j is told to be %s', (beginning, kind) => {
  expect(submissionKind(beginning)).toBe(kind);
});
