import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOfFileProblem } from '../../../src/cli/say';
import { textOfSigningProblem } from '../../../src/cli/signing-words';
import { readEvidence } from '../../../src/grading/evidence-file';
import { readVerifyingKeyFile } from '../../../src/grading/key-files';
import { readReportFile } from '../../../src/grading/report-file';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-near-'));
  for (const name of ['seen.json', 'report.json', 'vigie-public.pem']) writeFileSync(join(folder, name), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const evidence = (name: string, language: 'fr' | 'en'): string => {
  const read = readEvidence(join(folder, name));
  return read.ok ? '' : textOfFileProblem(read.error, language);
};

test('evidence that is not there is told with the name of what is', () => {
  const near = join(folder, 'seen.json');
  expect(evidence('sene.json', 'en')).toBe(
    `No access to the evidence ${join(folder, 'sene.json')}: no such file or folder (ENOENT); did you mean ${near}?`,
  );
  expect(evidence('sene.json', 'fr')).toMatch(new RegExp(` \\(ENOENT\\) ; vouliez-vous dire ${near} \\?$`));
});

test('nothing is guessed where nothing is near, or where the file is there', () => {
  expect(evidence('yesterday.json', 'en')).toMatch(/\(ENOENT\)$/);
  expect(evidence('seen.json', 'en')).not.toContain('did you mean');
  expect(evidence('nowhere/seen.json', 'en')).toMatch(/\(ENOENT\)$/);
});

test('so are reports and keys', () => {
  const report = readReportFile(join(folder, 'raport.json'));
  expect(report.ok ? '' : textOfFileProblem(report.error, 'en')).toContain(
    `did you mean ${join(folder, 'report.json')}?`,
  );
  const key = readVerifyingKeyFile(join(folder, 'vigie-publik.pem'));
  expect(key.ok ? '' : textOfSigningProblem(key.error, 'en')).toContain(
    `did you mean ${join(folder, 'vigie-public.pem')}?`,
  );
});
