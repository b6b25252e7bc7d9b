import { describe, expect, test } from '@jest/globals';
import { otherLabs } from '../../../src/action/same-labs';
import type { LoadedLabs } from '../../../src/grading/load-labs';
import type { ShownReports } from '../../../src/report/formats/format';

/** `02-ubuntu:aa` is a lab and the version of its file; only these two count here. */
const named = (text: string) => {
  const [id = '', hash = ''] = text.split(':');
  return { lab: { id, hash } };
};
const different = (reports: string, labs: string, areNamed: boolean): boolean =>
  otherLabs(
    reports.split(' ').map(named) as unknown as ShownReports,
    labs.split(' ').map(named) as unknown as LoadedLabs,
    areNamed,
  ) !== undefined;

describe('reports are about the labs', () => {
  test.each([
    ['that were named', '02:aa', '02:aa', true],
    ['in any order', '03:bb 02:aa', '02:aa 03:bb', true],
    ['of which some are enough where none was named', '03:bb', '01:cc 02:aa 03:bb', false],
  ])('%s', (_, reports, labs, areNamed) => {
    expect(different(reports, labs, areNamed)).toBe(false);
  });
});

describe('reports are about others', () => {
  test.each([
    ['another lab', '03:bb', '02:aa', true],
    ['another lab where none was named', '09:bb', '02:aa 03:bb', false],
    ['another version of its file', '02:ab', '02:aa', true],
    ['another version where none was named', '02:ab', '02:aa 03:bb', false],
    ['one too few', '02:aa', '02:aa 03:bb', true],
    ['one too many', '02:aa 03:bb', '02:aa', true],
    ['the same lab twice', '02:aa 02:aa', '02:aa', true],
    ['the same lab twice where none was named', '02:aa 02:aa', '02:aa 03:bb', false],
  ])('%s', (_, reports, labs, areNamed) => {
    expect(different(reports, labs, areNamed)).toBe(true);
  });
});
