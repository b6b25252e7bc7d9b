import { describe, expect, test } from '@jest/globals';
import type { ShownReports } from '../../../../src/report/formats/format';
import { html } from '../../../../src/report/formats/html';
import { styleHash } from '../../../../src/report/formats/html/style';
import { theContainer, ubuntu } from '../../../support/evidence';
import { labWith, onContainer, taskOf } from '../../../support/lab-builder';
import { attribute, readHtml, textIn, withClass } from '../../../support/readers/html';
import { reportOf, shownIn } from '../../../support/report-builder';
import { sample } from '../../../support/sample-report';

const [fr, en] = [shownIn('fr', sample), shownIn('en', sample)];
const allPassed = shownIn(
  'en',
  reportOf(labWith([taskOf('run', [onContainer('ubuntu')])]), theContainer(ubuntu())),
);
const read = (...reports: ShownReports) => readHtml(html(reports, {}));
const only = <T>(all: readonly T[]): T => {
  const [one, ...others] = all;
  if (one === undefined || others.length > 0) throw new Error(`${all.length} instead of one.`);
  return one;
};
const pages: readonly (readonly [string, ShownReports])[] = [
  ['one lab', [fr]],
  ['several labs', [en, allPassed, en]],
  ['a lab of which all passed', [allPassed]],
];

describe.each(pages)('the page of %s', (_, reports) => {
  const page = read(...reports);
  const tags = page.elements.map(({ tagName }) => tagName);

  test('needs no repair by a browser', () => {
    expect(page.errors).toEqual([]);
  });

  test('loads, runs and sends nothing, and forbids it', () => {
    const active = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base', 'audio', 'video'];
    expect(tags.filter((tag) => active.includes(tag))).toEqual([]);
    const attributes = page.elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name }) => /^on|^src|^style$|action/.test(name))).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'href' && !value.startsWith('#'))).toEqual([]);
    const policy = page.elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('has headings in order, one of them the first', () => {
    const levels = tags.filter((tag) => /^h[1-6]$/.test(tag)).map((tag) => Number(tag.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has a place of its own for whatever is pointed to', () => {
    const ids = page.elements.map((one) => attribute(one, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = page.elements.flatMap((one) => [
      ...(attribute(one, 'href')?.slice(1).split(' ') ?? []),
      ...(attribute(one, 'aria-labelledby')?.split(' ') ?? []),
    ]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });
});

test('the language of the report is that of the page', () => {
  expect(attribute(only(read(fr).elements.filter(({ tagName }) => tagName === 'html')), 'lang')).toBe('fr');
  expect(attribute(only(read(en).elements.filter(({ tagName }) => tagName === 'html')), 'lang')).toBe('en');
});

describe('the page of a lab in which every outcome is met', () => {
  const page = read(en);
  const whole = textIn(only(page.elements.filter(({ tagName }) => tagName === 'body')));

  test('names every task with its points and every check with its outcome, in words', () => {
    const tasks = withClass(page, 'task').map(textIn);
    for (const [index, task] of en.tasks.entries()) {
      expect(tasks[index]).toContain(task.title);
      expect(tasks[index]).toContain(`${Math.round(task.points * 100) / 100} / `);
    }
    const checks = withClass(page, 'check').map(textIn);
    const outcomes = en.tasks.flatMap((task) => task.checks).map(({ outcome }) => outcome);
    const word = {
      passed: 'passed',
      failed: 'to do',
      blocked: 'waiting',
      excused: 'excused',
      error: 'unknown',
    } as const;
    expect(checks.map((text, index) => text.includes(word[outcomes[index] ?? 'passed']))).toEqual(
      outcomes.map(() => true),
    );
  });

  test('begins with the first thing to do, told in full', () => {
    const next = textIn(only(withClass(page, 'next')));
    expect(next).toContain('Publish port 80 of the container on port 8080 of the host');
    expect(next).toContain('Container port 80 is published on host port 80 instead of 8080.');
    expect(next).toContain('docker run … -p 8080:80 …');
    expect(next).toContain('In the course: Example: ports');
    expect(next).toContain('up to 2.16 points to gain');
  });

  test('tells every mistake once', () => {
    const said = en.tasks.flatMap(({ checks }) => checks).flatMap(({ hint }) => hint ?? []);
    expect(said.length).toBeGreaterThan(2);
    const times = [...new Set(said)].map((hint) => whole.split(hint).length - 1);
    expect(times).toEqual(times.map(() => 1));
  });

  test('marks the part that differs in what was expected and what was seen', () => {
    expect(page.elements.filter(({ tagName }) => tagName === 'mark').map(textIn)).toEqual(['8080', '80']);
  });

  test('folds away what the verdicts rest on', () => {
    const folded = page.elements.filter(({ tagName }) => tagName === 'details');
    expect(folded.filter((one) => attribute(one, 'open') !== undefined)).toEqual([]);
    expect(folded.some((one) => textIn(one).includes('container/ubuntu'))).toBe(true);
    expect(folded.map(textIn).at(-1)).toContain('lab, docker 20.10.24 (API 1.41), linux/amd64');
  });

  test('has nothing of what the author hides', () => {
    expect(html([en], {})).not.toContain('secret-name');
  });

  test('says that an incomplete mark is nobody’s fault', () => {
    expect(textIn(only(withClass(page, 'notice')))).toContain('This is not your fault');
  });
});

test('of several labs there is first a line for each, which leads to it', () => {
  const page = read(en, allPassed);
  const links = page.elements.filter(({ tagName }) => tagName === 'a').slice(0, 2);
  expect(links.map((link) => [attribute(link, 'href'), textIn(link)])).toEqual([
    ['#lab-1', 'Run a Linux environment'],
    ['#lab-2', allPassed.lab.title],
  ]);
  expect(withClass(page, 'lab').map((lab) => attribute(lab, 'id'))).toEqual(['lab-1', 'lab-2']);
});

test('who has done all is told so', () => {
  expect(textIn(only(withClass(read(allPassed), 'next')))).toContain('Everything passed. Well done!');
});

test('a date that is none is shown as it is', () => {
  expect(html([{ ...en, takenAt: '<soon>' }], {})).toContain('&lt;soon&gt;');
});
