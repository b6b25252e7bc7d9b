import { expect, test } from '@jest/globals';
import { checkOf, found, judged, ubuntu } from '../../../support/evidence';

const { Id: containerId } = ubuntu();
const id = `sha256:ab12${'3'.repeat(60)}`;
const otherId = `sha256:cd34${'5'.repeat(60)}`;
const digest = `sha256:de45${'6'.repeat(60)}`;

/** `same-as` is resolved by the judge from the image's own facts. */
function codeFor(answer: string): string | undefined {
  const check = checkOf('answer', 'image-id', {
    question: 'Which ID?',
    abbreviates: { 'same-as': 'image/ubuntu.id' },
  });
  const { verdict } = judged(check, [
    found({ fact: 'answer', lab: 'lab', question: 'image-id' }, { file: 'answers.yaml', text: answer }),
    found(
      { fact: 'image', reference: 'ubuntu:latest' },
      { inspect: { Id: id, RepoTags: ['ubuntu:latest'] }, history: [] },
    ),
    found({ fact: 'images' }, [
      { Id: id, RepoTags: ['ubuntu:latest'], RepoDigests: [`ubuntu@${digest}`] },
      { Id: otherId, RepoTags: ['debian:latest'] },
    ]),
    found({ fact: 'containers' }, [{ Id: containerId, Names: ['/ubuntu'] }]),
    found({ fact: 'events' }, { events: [], completeSince: null, readAt: 0 }),
  ]);
  return verdict.outcome === 'passed' ? 'passed' : verdict.message?.code;
}

test.each([
  ['ab1233333333', 'passed'],
  [id, 'passed'],
  [containerId.slice(0, 12), 'answer.container-id'],
  ['cd3455555555', 'answer.other-image'],
  [digest, 'answer.image-digest'],
  ['ubuntu', 'answer.name-not-id'],
  ['ubuntu:latest', 'answer.name-not-id'],
  ['ab1', 'answer.too-short'],
  ['ffff00001111', 'answer.unknown-id'],
])('the answer %s to the question for an image’s ID is %s', (answer, code) => {
  expect(codeFor(answer)).toBe(code);
});
