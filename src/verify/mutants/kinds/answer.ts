import type { AnswerFact } from '../../../evidence/facts';
import { leavesOf } from '../wrong-values';
import { retells, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import type { MutantCode } from '../codes';

/** No answer, another one, too little of it, and a file that cannot be read. */
export const wrongAnswers: Generator = ({ check, lab }) => {
  const request = { fact: 'answer', lab: lab.id, question: String(check.subject) } as const;
  const answers = (
    code: MutantCode,
    change: (fact: AnswerFact) => AnswerFact,
    assertion?: string,
  ): Wrong => ({
    code,
    ...(assertion !== undefined && { assertion }),
    change: (host: Host) => retells(host, request, change),
  });
  const says = (text: string) => (fact: AnswerFact) => ({ ...fact, text });
  return [
    answers('answer.empty', (fact) => ({ ...fact, text: null })),
    answers('answer.broken-file', (fact) => ({ ...fact, text: null, problem: { kind: 'syntax', line: 1 } })),
    ...Object.keys(check.keys)
      .filter((key) => key !== 'question')
      .flatMap((key) => {
        if (key === 'abbreviates')
          return [
            answers('answer.other', says('0123456789ab'), key),
            answers(
              'answer.too-short',
              (fact) => ({
                ...fact,
                text:
                  fact.text
                    ?.trim()
                    .replace(/^sha256:/, '')
                    .slice(0, 3) ?? null,
              }),
              key,
            ),
          ];
        if (key === 'number')
          return [answers('answer.other', says(otherNumber(leavesOf(check.keys[key] ?? null))), key)];
        return [answers('answer.other', says('vigie-other'), key)];
      }),
  ];
};

/** A number that no plain expectation names. */
const otherNumber = (expected: readonly unknown[]): string =>
  String([-7, -8, -9].find((number) => !expected.includes(number)) ?? -10);
