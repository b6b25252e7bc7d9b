import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

const at = (name: string): string => join(folder.work, name);
const judge = ['grade', '01-web', '--evidence', 'reached.json', '--report', 'html'];
const isPage = (name: string): boolean => readFileSync(at(name), 'utf8').startsWith('<!doctype html>');

test('at a terminal a page is written and its address printed, again over itself', async () => {
  for (const wanted of ['report.html', 'report.html']) {
    const { code, output } = await folder.onTerminal(judge);
    expect(code).toBe(0);
    expect(output).not.toContain('<');
    expect(output).toMatch(/The page is in report\.html\./);
    expect(output.split('\n')).toContain(`  ${pathToFileURL(at(wanted)).href}`);
    expect(isPage(wanted)).toBe(true);
  }
});

test('what is not ours stays, and that is said', async () => {
  rmSync(at('report.html'), { force: true });
  folder.put('report.html', '<!doctype html><title>My homework</title>');
  symlinkSync('elsewhere.html', at('report-2.html'));
  const { output } = await folder.onTerminal(judge, { LANG: 'fr_FR.UTF-8' });
  expect(output).toContain('report.html n’est pas une page de Vigie : ce fichier est laissé tel quel.');
  expect(output).toContain(pathToFileURL(at('report-3.html')).href);
  expect(readFileSync(at('report.html'), 'utf8')).toContain('My homework');
  expect(isPage('report-3.html')).toBe(true);
});

test('where the output is no terminal the page is printed', async () => {
  const { stdout } = await folder.run(judge);
  expect(stdout).toContain('<!doctype html>');
  expect(stdout).toContain('</html>');
});
