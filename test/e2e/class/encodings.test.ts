import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFolder } from '../cli/cli-folder';
import { putClass, resultsIn } from './class-files';

const folder = new CliFolder();
const at = (name: string): string => join(folder.work, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

/** As `>` of PowerShell writes it. */
const putAsPowerShell = (name: string, content: string): void => {
  writeFileSync(at(name), `\ufeff${content.replaceAll('\n', '\r\n')}`, 'utf16le');
};

beforeAll(async () => {
  await folder.build();
  await folder.run(['grade', '01-web', '--evidence', 'reached.json', '--report', 'json=report.json']);
}, 90_000);
afterAll(() => {
  folder.remove();
});

test('a class whose files went through PowerShell or macOS is graded, and copies show as ever', async () => {
  putAsPowerShell('evidence16.json', text('reached.json'));
  putAsPowerShell('copy16.json', text('reached.json'));
  putAsPowerShell('report16.json', text('report.json'));
  writeFileSync(at('mark8.json'), `\ufeff${text('reached.json')}`);
  writeFileSync(at('Zoé.json'.normalize('NFD')), text('reached.json'));
  writeFileSync(at('bytes.json'), Buffer.from(text('reached.json').replace('evidence', 'é'), 'latin1'));
  putClass(folder, 'roster.yaml', {
    Ada: '{ id: ada, evidence: evidence16.json }',
    Bo: '{ id: bo, evidence: copy16.json }',
    Cy: '{ id: cy, report: report16.json }',
    Di: '{ id: di, evidence: mark8.json }',
    Zoé: `{ id: zoe, evidence: ${'Zoé.json'.normalize('NFC')} }`,
    Fo: '{ id: fo, evidence: bytes.json }',
    Gu: '{ id: gu, evidence: zoe.json }',
  });
  putAsPowerShell('roster16.yaml', text('roster.yaml'));
  await folder.run(['class', 'grade', 'roster16.yaml', '--out', 'out']);

  const graded = resultsIn(at('out'));
  expect(
    Object.fromEntries(Object.entries(graded).map(([id, { reports }]) => [id, reports?.[0]?.points])),
  ).toEqual({ 'ada.json': 20, 'bo.json': 20, 'cy.json': 20, 'di.json': 20, 'zoe.json': 20 });
  expect(graded['ada.json']?.source?.sha256).toBe(graded['bo.json']?.source?.sha256);
  const { 'fo.json': fo, 'gu.json': gu } = graded;
  expect(fo?.problem).toEqual({
    code: 'entry.unreadable',
    text: expect.stringContaining('text in neither UTF-8 nor UTF-16'),
  });
  expect(gu?.problem?.text).toBe('There is no file "zoe.json"; did you mean "Zoé.json"?');
});

test('a lab, its evidence and a report in UTF-16 are read from the command line', async () => {
  putAsPowerShell('evidence16.json', text('reached.json'));
  putAsPowerShell('report16.json', text('report.json'));
  const judged = await folder.run(['grade', '01-web', '--evidence', 'evidence16.json']);
  expect(judged.stdout).toContain('Mark: 20 / 20');
  const lab = text('labs/01-web/lab.yaml');
  putAsPowerShell('labs/01-web/lab.yaml', lab);
  const linted = await folder.run(['lint', '01-web']);
  expect(linted).toMatchObject({ code: 0, stderr: '' });
});
