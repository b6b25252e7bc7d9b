import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../../src/report/formats/junit';
import { readJunit } from '../../support/readers/junit';
import { shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const shown = shownIn('en', sample);
const schema = readFileSync(join(__dirname, 'junit.xsd'), 'utf8');
const problems = async (xml: string) =>
  (await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema })).errors.map(
    ({ message }) => message,
  );

describe('Jenkins', () => {
  test('takes it: every outcome, one lab or several', async () => {
    expect(await problems(junit([shown], {}))).toEqual([]);
    expect(await problems(junit([shown, shownIn('fr', sample)], {}))).toEqual([]);
  });

  test('would not take a suite without its counts, or a test case with a file', async () => {
    const xml = junit([shown], {});
    expect(await problems(xml.replace(/(<testsuite [^>]*) errors="1"/, '$1'))).not.toEqual([]);
    expect(await problems(xml.replace('<testcase ', '<testcase file="x" '))).not.toEqual([]);
  });
});

describe('GitLab', () => {
  const cases = readJunit(junit([shown, shown], {})).suites.flatMap((suite) => suite.cases);

  test('shows every check: no class and name come twice', () => {
    const names = cases.map(({ classname, name }) => `${classname} ${name}`);
    expect(names).toHaveLength(20);
    expect(new Set(names).size).toBe(20);
    expect(names).toContain('02-ubuntu.more container gone (2)');
  });

  test('shows what did not pass as failed, what could not be found out as an error, what waits or is excused as skipped', () => {
    expect(cases.slice(0, 10).map(({ name, outcome }) => [name, outcome])).toEqual([
      ['It runs', 'passed'],
      ['container ubuntu (published ports)', 'failure'],
      ['container ubuntu (terminal, standard input, host name)', 'failure'],
      ['a check that is not shown in detail', 'failure'],
      ['web page, container: ubuntu, port: 80', 'skipped'],
      ['container gone (state)', 'failure'],
      ['container gone', 'skipped'],
      ['container broken (state)', 'error'],
      ['container gone (2)', 'skipped'],
      ['container ubuntu (image)', 'passed'],
    ]);
  });
});

test('a check says why, what to try, and where the lab asks for it', () => {
  const [, ports] = readJunit(junit([shown], {})).suites[0]?.cases ?? [];
  expect(ports?.result).toEqual({
    type: 'container.other-host-port',
    message: 'Container port 80 is published on host port 80 instead of 8080.',
    text: [
      'Container port 80 is published on host port 80 instead of 8080.',
      'published ports — expected: 8080:80; seen: 80:80',
      '→ Ports are chosen when the container is created: remove it and create it again with the right ones.',
      '$ Command: docker run … -p 8080:80 …',
      'labs/lab/lab.yaml:1:1',
    ].join('\n'),
  });
});

test('the counts are those of the test cases', () => {
  const { attributes, suites } = readJunit(junit([shown, shown], {}));
  expect(attributes).toMatchObject({ tests: '20', failures: '8', errors: '2' });
  expect(suites.map((suite) => suite.attributes)).toMatchObject([
    { name: '02-ubuntu · Run a Linux environment', tests: '10', failures: '4', errors: '1', skipped: '3' },
    { timestamp: '2026-01-01T00:00:00', time: '0.000' },
  ]);
});
