import { expect, test } from '@jest/globals';
import { canvasGradebook } from '../../../../src/class/gradebook/formats/canvas';
import { importParts } from '../../../../src/class/gradebook/formats/import-parts';
import { moodleGradebook } from '../../../../src/class/gradebook/formats/moodle';
import { checkOf, gradebookOf, reportWith, resultOf } from '../../../support/class-builder';

test('what is imported into Moodle and Canvas has no markup in it, whoever wrote it', () => {
  const tag = '<img src=x onerror=alert(1)>';
  const report = reportWith('one', [
    checkOf('a', 'passed'),
    checkOf('b', 'failed', { message: { code: 'x', args: {}, text: `It says ${tag}.` } }),
  ]);
  const lab = { ...report.lab, title: `Lab ${tag}` };
  const student = { id: 'ada', name: `Ada ${tag}`, email: `${tag}@x`, section: tag };
  const book = gradebookOf([resultOf('ada', [{ ...report, lab }], { student })]);
  const files = importParts(book).flatMap((part) => [moodleGradebook(part), canvasGradebook(part)]);
  expect(files.join('')).toContain('‹img src=x onerror=alert(1)›');
  expect(files.join('')).not.toMatch(/[<>]/);
});
