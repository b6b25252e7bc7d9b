import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from '../../../src/report/formats/csv';
import { github } from '../../../src/report/formats/github';
import { junit } from '../../../src/report/formats/junit';
import { markdown } from '../../../src/report/formats/markdown';
import { formats } from '../../../src/report/formats/registry';
import { formatNames } from '../../../src/report/formats/names';
import { tap } from '../../../src/report/formats/tap';
import type { ShownReport } from '../../../src/report/shown/shown-report';
import { escapeMarkdown, markdownCode } from '../../../src/text/escape-markdown';
import { escapeTerminal } from '../../../src/text/terminal';
import { hostOf, nosyLab } from '../../support/hostile-host';
import { hostileMarkup, reportOfTexts } from '../../support/hostile-markup';
import { nodesOf, parseGfm, textIn } from '../../support/readers/gfm';
import { readJunit } from '../../support/readers/junit';
import { commandsIn } from '../../support/readers/runner';
import { readTap } from '../../support/readers/tap';
import { reportOf, shownIn } from '../../support/report-builder';
import { sample } from '../../support/sample-report';

const inEnglish = shownIn('en', sample);
/** What a student wrote on a host; and a report in which every text is hostile. */
const eachReport = (text: string): readonly ShownReport[] => [
  shownIn('en', reportOf(nosyLab, hostOf(text))),
  reportOfTexts(inEnglish, text),
];
const whatever = (holds: (report: ShownReport, text: string) => void, numRuns = 100): void => {
  fc.assert(
    fc.property(hostileMarkup, (text) => {
      for (const report of eachReport(text)) holds(report, text);
    }),
    { numRuns },
  );
};
/** Where every text is hostile, what a reader gives back can be compared. */
const isAll = (report: ShownReport, text: string): boolean => report.lab.title === text;
const checksOf = ({ tasks }: ShownReport) => tasks.flatMap(({ checks }) => checks);
/** As it is drawn: what a reader of the format gives back. */
const drawn = (text: string): string => escapeTerminal(text).trim();

describe('whatever is written, in markdown', () => {
  test('a text is one line of text that means nothing, and reads as it was written', () => {
    fc.assert(
      fc.property(hostileMarkup, (text) => {
        const nodes = nodesOf(parseGfm(`- ${escapeMarkdown(text)}\n`));
        const types = nodes.map(({ type }) => type);
        expect(types.slice(0, 3)).toEqual(['root', 'list', 'listItem']);
        expect(types.slice(3)).toEqual(drawn(text) === '' ? [] : ['paragraph', 'text']);
        expect(nodes.map((node) => (node.type === 'text' ? node.value : '')).join('')).not.toMatch(linked);
        const [root] = nodes;
        expect(root && textIn(root)).toBe(drawn(text));
      }),
      { numRuns: 500 },
    );
  });

  test('code is code, and reads as it was written', () => {
    fc.assert(
      fc.property(hostileMarkup, (text) => {
        const [root, ...nodes] = nodesOf(parseGfm(`- x ${markdownCode(text)} y\n`));
        expect(nodes.map(({ type }) => type)).toEqual([
          'list',
          'listItem',
          'paragraph',
          'text',
          'inlineCode',
          'text',
        ]);
        const code = escapeTerminal(text);
        expect(root && textIn(root)).toBe(`x ${code.trim() === '' ? ` ${code} ` : code} y`);
      }),
      { numRuns: 500 },
    );
  });

  test('the summary has the headings, the table, the results and the HTML of ours, and nothing else', () => {
    whatever((report) => {
      const { children } = parseGfm(markdown([report], {}));
      const nodes = children.flatMap(nodesOf);
      const count = (type: string) => nodes.filter((node) => node.type === type).length;
      expect(nodes.filter(({ type }) => !known.has(type))).toEqual([]);
      expect(count('heading')).toBe(1 + report.tasks.length);
      expect(count('tableCell')).toBe(3 * (1 + report.tasks.length));
      expect(count('strong')).toBe(1);
      expect(nodes.filter((node) => node.type === 'html' && !ours.test(node.value))).toEqual([]);
      const items = children.flatMap((node) => (node.type === 'list' ? node.children : []));
      expect(
        items.filter((item) => result.test(item.children.slice(0, 1).map(textIn).join(''))),
      ).toHaveLength(checksOf(report).length);
      expect(nodes.filter((node) => node.type === 'text' && linked.test(node.value))).toEqual([]);
    }, 15);
  });

  const known = new Set(
    'heading paragraph text inlineCode strong list listItem table tableRow tableCell html'.split(' '),
  );
  const ours = /^(<details><summary>What was expected and what was seen<\/summary>|<\/details>)$/;
  const result = /^[✔✘…–?] [^]* — (passed|to do|waiting|excused|unknown), [\d.]+ \/ [\d.]+$/;
  /** What GitHub makes links of where it stands in a text: mentions, references, addresses. */
  const linked = /[@#][\p{L}\p{N}_-]|:\/\/|www\./iu;
});

describe('whatever is written, in junit', () => {
  test('the file is well-formed, with a case for each check under a name of its own', () => {
    const outcomes = {
      passed: 'passed',
      failed: 'failure',
      error: 'error',
      blocked: 'skipped',
      excused: 'skipped',
    };
    whatever((report) => {
      const [suite] = readJunit(junit([report], {})).suites;
      expect(suite?.cases.map(({ outcome }) => outcome)).toEqual(
        checksOf(report).map(({ outcome }) => outcomes[outcome]),
      );
      expect(Number(suite?.properties['points'])).toBe(report.points);
      const names = suite?.cases.map(({ classname, name }) => `${classname}\n${name}`) ?? [];
      expect(new Set(names).size).toBe(names.length);
    });
  });

  test('it is there as it was written, in characters that XML allows', () => {
    whatever((report, text) => {
      const xml = junit([report], {});
      expect(/[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml)).toBeNull();
      if (!isAll(report, text)) return;
      const failure = readJunit(xml).suites[0]?.cases.find(({ outcome }) => outcome === 'failure');
      expect(failure?.result?.message).toBe(visible(text));
    });
  });

  // What is no character at all is written as an escape in XML.
  const visible = (text: string): string =>
    escapeTerminal(text, { multiline: true }).replace(/\p{Noncharacter_Code_Point}/gu, (character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16);
      return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
    });
});

describe('whatever is written, in tap', () => {
  test('a harness reads a test point for each check and nothing else', () => {
    whatever((report, text) => {
      const { problems, points, comments } = readTap(tap([report], {}));
      expect(problems).toEqual([]);
      expect(points.map(({ ok, skip, todo }) => [ok, skip !== false, todo])).toEqual(
        checksOf(report).map(({ outcome }) => [
          outcome !== 'failed' && outcome !== 'error',
          outcome === 'blocked' || outcome === 'excused',
          false,
        ]),
      );
      expect(comments).toHaveLength(1);
      if (isAll(report, text))
        expect(whole(String(points.find(({ ok }) => !ok)?.diag.message))).toBe(whole(text));
    });
  });

  /** Halves of characters do not survive YAML. */
  const whole = (text: string): string => text.replace(/[\p{Cs}\ufffd]/gu, '');
});

describe('whatever is written, in csv', () => {
  test('a row stays a row of as many cells, and none is a formula, whatever separates them', () => {
    whatever((report) => {
      const text = csv([report], { GITHUB_ACTOR: report.lab.id });
      const rows: readonly string[][] = parse(text);
      expect(rows.map(({ length }) => length)).toEqual([12, 12]);
      expect(rows[1]?.[4]).toBe(String(report.points));
      // Where another separator is set, quotes within a field mean nothing.
      const others = [';', '\t'].flatMap((separator) =>
        text.split(/\r\n/).flatMap((line) => line.split(separator)),
      );
      expect([...rows.flat(), ...others].filter((cell) => /^["\s]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    });
  });
});

describe('whatever is written, for GitHub’s runner', () => {
  test('annotations are those of the report, with their texts whole', () => {
    whatever((report, text) => {
      const commands = commandsIn(github([report], {}));
      const count = (outcome: string) =>
        Math.min(10, checksOf(report).filter((check) => check.outcome === outcome).length);
      expect(commands.map(({ command }) => command)).toEqual([
        'notice',
        ...Array<string>(count('failed')).fill('error'),
        ...Array<string>(count('error')).fill('warning'),
      ]);
      expect(commands.filter(({ properties }) => !('title' in properties))).toEqual([]);
      if (isAll(report, text)) expect(commands[1]?.text).toContain(escapeTerminal(text, { multiline: true }));
    });
  });

  const classroom50 = {
    CLASSROOM: 'c',
    ASSIGNMENT: 'a',
    OWNER: 'o',
    SUBMISSION_TAG: 'submit/x',
    COMMIT_URL: 'https://github.com/o/r/commit/a',
    RELEASE_URL: 'https://github.com/o/r/releases/tag/x',
    REVIEW_URL: 'https://github.com/o/r/compare/a...b',
    ASSIGNMENT_TYPE: 'individual',
  };
  const silent = formatNames.filter((name) => name !== 'github');
  test.each(silent)('%s has no line that is a command', (name) => {
    let written = 0;
    whatever((report) => {
      // An incomplete grade is refused by some.
      for (const one of [report, { ...report, outcome: 'reached' as const, undecided: 0 }]) {
        const made = formats[name]([one], classroom50);
        const text = typeof made === 'string' ? made : made.ok ? made.value : '';
        if (text !== '') written += 1;
        expect(commandsIn(text)).toEqual([]);
      }
    }, 50);
    expect(written).toBeGreaterThan(0);
  });
});
