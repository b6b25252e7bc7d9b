import { expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ctrf } from '../../../src/report/formats/ctrf';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const shown = shownIn('en', sample);
const schema = JSON.parse(readFileSync(join(__dirname, 'ctrf.schema.json'), 'utf8')) as object;
const validate = new Ajv({
  allErrors: true,
  strictTypes: false,
  strictRequired: false,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, uuid: true, uri: true },
}).compile(schema);
const problems = (json: string): unknown => (validate(JSON.parse(json)), validate.errors);

test('the schema takes it: every outcome, one lab or several', () => {
  expect(problems(ctrf([shown], {}))).toBeNull();
  expect(problems(ctrf([shown, shownIn('fr', sample)], {}))).toBeNull();
});

test('the schema would not take a field of ours beside `extra`, or a status of ours', () => {
  const json = ctrf([shown], {});
  expect(problems(json.replace('"rawStatus"', '"points"'))).not.toBeNull();
  expect(problems(json.replace('"status": "other"', '"status": "error"'))).not.toBeNull();
});

test('what waits or is excused is skipped; what could not be found out is nobody’s failure', () => {
  const { results } = JSON.parse(ctrf([shown], {})) as {
    readonly results: { readonly summary: object; readonly tests: readonly { readonly status: string }[] };
  };
  expect(results.summary).toEqual({
    tests: 10,
    passed: 2,
    failed: 4,
    skipped: 3,
    pending: 0,
    other: 1,
    start: Date.parse('2026-01-01'),
    stop: Date.parse('2026-01-01'),
  });
  expect(results.tests[1]).toEqual({
    name: 'container ubuntu (published ports)',
    status: 'failed',
    duration: 0,
    suite: ['02-ubuntu', 'Publish port 80 of the container on port 8080 of the host'],
    message: 'Container port 80 is published on host port 80 instead of 8080.',
    trace: expect.stringMatching(/^published ports — expected: 8080:80; seen: 80:80\n→ Ports are chosen/),
    rawStatus: 'failed',
    filePath: 'labs/lab/lab.yaml',
    line: 1,
    extra: { id: 'port.1', points: 0, maxPoints: 2.162162, undecided: 0 },
  });
  expect(results.tests[7]).toMatchObject({ name: 'container broken (state)', status: 'other' });
});
