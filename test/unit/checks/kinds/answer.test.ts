import { describe, expect, test } from '@jest/globals';
import type { AnswerFact } from '../../../../src/evidence/facts';
import type { Json } from '../../../../src/text/json';
import { checkOf, found, judged, ubuntu } from '../../../support/evidence';
import { recorded } from '../../../support/events';

const { Id: id } = ubuntu();
const webId = `c0ffee${'0'.repeat(58)}`;
const imageId = `sha256:ab12${'3'.repeat(60)}`;
const digest = `sha256:de45${'6'.repeat(60)}`;
const earlierId = `9876${'a'.repeat(60)}`;
const question = { fr: 'Quel ID ?', en: 'Which ID?' };

function judge(
  answer: string | null | Partial<AnswerFact>,
  keys: Record<string, Json> = { abbreviates: id },
) {
  const fact = typeof answer === 'string' || answer === null ? { text: answer } : answer;
  const { verdict, cause } = judged(checkOf('answer', 'container-id', { question, ...keys }), [
    found(
      { fact: 'answer', lab: 'lab', question: 'container-id' },
      { file: 'labs/lab/answers.yaml', text: null, ...fact },
    ),
    found({ fact: 'containers' }, [
      { Id: id, Names: ['/ubuntu'] },
      { Id: webId, Names: ['/web'] },
    ]),
    found({ fact: 'container', name: 'ubuntu' }, ubuntu()),
    found({ fact: 'images' }, [
      { Id: imageId, RepoTags: ['ubuntu:latest'], RepoDigests: [`ubuntu@${digest}`] },
    ]),
    found(
      { fact: 'events' },
      {
        events: [recorded(1, 'create', { id: earlierId, attributes: { name: 'ubuntu' } })],
        completeSince: null,
        readAt: 0,
      },
    ),
  ]);
  return [verdict.outcome, verdict.message?.code, cause];
}

describe('an ID', () => {
  test.each([
    [id],
    [id.slice(0, 12)],
    [id.slice(0, 4)],
    [` ${id.slice(0, 12)}\n`],
    [`sha256:${id}`],
    [id.toUpperCase()],
  ])('may be given as %j', (answer) => {
    expect(judge(answer)).toEqual(['passed', undefined, undefined]);
    expect(judge(answer, { abbreviates: { any: [webId, id] } })[0]).toBe('passed');
  });

  test.each([
    ['root@b6c13eacabfa:/#', 'answer.prompt-pasted'],
    [`${id.slice(0, 12)}   ubuntu   "/bin/bash"   2 minutes ago`, 'answer.line-pasted'],
    ['b6c', 'answer.too-short'],
    ['ubuntu', 'answer.name-not-id'],
    ['web', 'answer.name-not-id'],
    ['c0ffee000000', 'answer.other-container'],
    ['ab1233333333', 'answer.image-id'],
    [imageId, 'answer.image-id'],
    [digest, 'answer.image-digest'],
    ['9876aaaaaaaa', 'answer.earlier-container'],
    ['b6c13eacabaf', 'answer.mistyped'],
    ['b6c13eacab1a0', 'answer.mistyped'],
    ['mystifying_austin', 'answer.not-an-id'],
    ['root@aaaaaaaaaaaa:/#', 'answer.not-an-id'],
    ['0123456789ab', 'answer.unknown-id'],
    [`${id}0`, 'answer.mistyped'],
  ])('given as %j is explained by %s', (answer, code) => {
    expect(judge(answer).slice(0, 2)).toEqual(['failed', code]);
  });

  test('is never too short for something else', () => {
    expect(judge('c0f').slice(0, 2)).toEqual(['failed', 'answer.unknown-id']);
  });
});

test('other answers are compared as what they are', () => {
  expect(judge('bridge', { equals: 'bridge' })[0]).toBe('passed');
  expect(judge('Bridge', { equals: 'bridge' })).toEqual(['failed', 'answer.wrong', undefined]);
  expect(judge('Bridge', { matches: '/^bridge$/i' })[0]).toBe('passed');
  expect(judge('3', { number: { gte: 3 } })[0]).toBe('passed');
  expect(judge('3,5', { number: 3.5 })[0]).toBe('passed');
  expect(judge('three', { number: 3 })).toEqual(['failed', 'answer.not-a-number', undefined]);
  expect(judge('1e3', { number: 1000 })).toEqual(['failed', 'answer.not-a-number', undefined]);
});

test('no answer yet is told with the file and the question', () => {
  for (const nothing of [null, '', '  \n'])
    expect(judge(nothing)).toEqual(['failed', 'answer.missing', undefined]);
});

test('a broken file is told once, a broken entry for its own question', () => {
  expect(judge({ problem: { kind: 'syntax', line: 3, column: 1 } })).toEqual([
    'failed',
    'answer.unreadable',
    'answers/lab',
  ]);
  expect(judge({ problem: { kind: 'entry', line: 3, column: 1 } })).toEqual([
    'failed',
    'answer.unreadable',
    undefined,
  ]);
});
