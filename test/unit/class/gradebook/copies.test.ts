import { describe, expect, test } from '@jest/globals';
import type { ClassResult } from '../../../../src/class/class-result';
import type { ShownCheck, ShownReport } from '../../../../src/report/shown/shown-report';
import { checkOf, gradebookOf, marked, reportWith, resultOf } from '../../../support/class-builder';

const digits = 'b6c13eacabfa59ea067a27fc992482140f9a85badc7d442236884267ecf87e85';
const at = { file: 'lab.yaml', line: 1, column: 1 };

const onEngine = (id: string, flavour: 'docker' | 'podman' = 'docker', lab = 'one'): ShownReport => {
  const report = marked(lab, 5);
  moment += 1;
  const takenAt = new Date(moment).toISOString();
  return { ...report, takenAt, ...(report.engine && { engine: { ...report.engine, id, flavour } }) };
};
let moment = 0;
const shared = (...results: readonly ClassResult[]) =>
  gradebookOf(results).copies.map(({ what, id, students }) => [what, id, ...students.map((one) => one.name)]);

describe('an engine', () => {
  test('under two names is listed with both', () => {
    expect(
      shared(
        resultOf('b', [onEngine('AAAA:BBBB')]),
        resultOf('c', [onEngine('CCCC:DDDD')]),
        resultOf('a', [onEngine('AAAA:BBBB')]),
      ),
    ).toEqual([['engine', 'AAAA:BBBB', 'Name of a', 'Name of b']]);
  });

  test('of one student in two labs is no copy', () => {
    expect(shared(resultOf('a', [onEngine('AAAA'), onEngine('AAAA', 'docker', 'two')]))).toEqual([]);
  });

  test('that has no id, or one that Podman made up, tells nothing', () => {
    expect(shared(resultOf('a', [onEngine('')]), resultOf('b', [onEngine('')]))).toEqual([]);
    expect(
      shared(resultOf('a', [onEngine('X', 'podman')]), resultOf('b', [onEngine('X', 'podman')])),
    ).toEqual([]);
  });

  test('that replayed submissions is the grader’s own', () => {
    const source = { kind: 'submission', from: 'x' } as const;
    expect(
      shared(resultOf('a', [onEngine('A')], { source }), resultOf('b', [onEngine('A')], { source })),
    ).toEqual([]);
  });
});

describe('what was handed in', () => {
  const handedIn = (kind: 'report' | 'evidence' | 'submission', from: string, sha256: string) => ({
    source: { kind, from, sha256 },
  });
  const mine = onEngine('A');

  test('is told as the same file under two names, whatever the file is called, and not as the same look as well', () => {
    expect(
      shared(
        resultOf('a', [mine], handedIn('evidence', 'a.json', 'ff')),
        resultOf('b', [mine], handedIn('evidence', 'b/b.json', 'ff')),
        resultOf('c', [onEngine('C')], handedIn('evidence', 'c.json', '00')),
      ),
    ).toEqual([
      ['file', 'ff', 'Name of a', 'Name of b'],
      ['engine', 'A', 'Name of a', 'Name of b'],
    ]);
  });

  test('and was written anew, or signed for another, is told as the same look', () => {
    expect(
      shared(
        resultOf('a', [mine], handedIn('report', 'a.json', 'ff')),
        resultOf('b', [mine], handedIn('report', 'b.json', '00')),
      )[0],
    ).toEqual(['look', `A ${mine.takenAt}`, 'Name of a', 'Name of b']);
  });

  test('as a submission may well be alike', () => {
    const submission = handedIn('submission', 'x.session', 'ff');
    expect(shared(resultOf('a', [mine], submission), resultOf('b', [mine], submission))).toEqual([]);
  });
});

describe('a container', () => {
  const answered = (changes: Partial<ShownCheck>) => [
    reportWith('one', [checkOf('t.1', changes.outcome ?? 'failed', { kind: 'answer', ...changes })]),
  ];
  const right = (expected: string, seen: string) =>
    answered({
      outcome: 'passed',
      assertions: [{ id: 't.1/abbreviates', key: 'abbreviates', outcome: 'passed', expected, seen, at }],
    });
  const told = (code: string, args: Readonly<Record<string, string>>) =>
    answered({ message: { code, args, text: '' } });

  test('whose ID two students rightly gave is listed, however much of it they wrote', () => {
    expect(
      shared(resultOf('a', right(digits, digits)), resultOf('b', right(digits, digits.slice(0, 4)))),
    ).toEqual([['container', 'b6c13eacabfa', 'Name of a', 'Name of b']]);
  });

  test('whose ID somebody wrote who does not have it is listed with who has it', () => {
    const foreign = told('answer.unknown-id', { text: digits.slice(0, 12), of: 'container' });
    expect(shared(resultOf('a', foreign), resultOf('b', right(digits, digits)))).toEqual([
      ['container', 'b6c13eacabfa', 'Name of a', 'Name of b'],
    ]);
    // Of the course's own example, which nobody has.
    expect(shared(resultOf('a', foreign), resultOf('b', foreign))).toEqual([]);
  });

  test('is not an image, whose ID is the same everywhere', () => {
    expect(
      shared(
        resultOf('a', right(`sha256:${digits}`, digits)),
        resultOf('b', right(`sha256:${digits}`, digits)),
      ),
    ).toEqual([]);
  });

  test('is not guessed from a few digits, nor from what is no answer', () => {
    const few = told('answer.other-container', { text: 'b6c1', found: 'web' });
    expect(shared(resultOf('a', few), resultOf('b', few))).toEqual([]);
    const page = answered({
      kind: 'http',
      assertions: [{ id: 't.1/body', key: 'body', outcome: 'failed', seen: digits, at }],
    });
    expect(shared(resultOf('a', page), resultOf('b', page))).toEqual([]);
  });

  test('that a message names as one of the host counts', () => {
    const other = told('answer.other-container', { text: digits, found: 'web' });
    expect(shared(resultOf('a', other), resultOf('b', other))).toHaveLength(1);
  });
});

test('what most share, such as the machines of a room, comes last', () => {
  const many = ['a', 'b', 'c'].map((id) => resultOf(id, [onEngine('ROOM')]));
  const two = ['y', 'z'].map((id) => resultOf(id, [onEngine('PAIR')]));
  expect(shared(...many, ...two).map(([, id]) => id)).toEqual(['PAIR', 'ROOM']);
});
