import { plural } from '../../text/number';
import type { AnswerProblem } from '../../evidence/facts';
import { localize } from '../../text/language';
import type { Catalogue } from '../catalogue';
import type { AnswerMessages } from '../codes/answer';
import { answerLines } from './answer-lines';
import { quote as q } from './quote';
import { yamlSyntax } from './yaml-syntax';

const all = { container: 'docker ps -a --no-trunc', image: 'docker image ls --no-trunc' } as const;
const where = {
  container: 'The ID of a container is in the first column of docker ps.',
  image: 'The ID of an image is in the column "IMAGE ID" of docker image ls.',
} as const;
const shows = { container: 'docker ps -a', image: 'docker image ls' } as const;

export const answer: Catalogue<AnswerMessages> = {
  'answer.missing': ({ file, key, question }) => ({
    says: `No answer yet to the question: ${localize(question, 'en')}`,
    hint: `Write your answer in ${file}, on the line ${q(`${key}:`)}.`,
  }),
  'answer.unreadable': ({ file, key, problem }) => ({
    says: `Your answers (${placeOf(file, problem)}) cannot be read: ${why(problem, key)}.`,
    hint: `Each answer is one line: the key, a colon, a space, the answer. For example: ${key}: my answer`,
  }),
  'answer.wrong': ({ text }) => ({ says: `${q(text)} is not the right answer.` }),
  'answer.not-a-number': ({ text }) => ({ says: `${q(text)} is not a number.` }),
  'answer.prompt-pasted': ({ text }) => ({
    says: `${q(text)} is the whole prompt of the shell: the ID is the part between @ and the colon.`,
    hint: 'Keep only the twelve characters of the ID.',
  }),
  'answer.line-pasted': ({ text, id }) => ({
    says: `${q(text)} is a whole line of what Docker shows: the answer is the ID alone, ${q(id)}.`,
    hint: 'Keep the ID only.',
  }),
  'answer.too-short': ({ text, least, of }) => ({
    says: `${q(text)} is the beginning of the ID, but too short: give at least ${least} ${plural(least, { one: 'character', other: 'characters' }, 'en')} of it.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.name-not-id': ({ text, of }) => ({
    says: `${q(text)} is ${of === 'image' ? 'a name' : 'the name of a container'}, not an ID.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.other-container': ({ text, found }) => ({
    says: `${q(text)} is the ID of another container, ${q(found)}.`,
    hint: where.container,
    command: shows.container,
  }),
  'answer.container-id': ({ text, found }) => ({
    says: `${q(text)} is the ID of the container ${q(found)}, not that of the image.`,
    hint: where.image,
    command: shows.image,
  }),
  'answer.other-image': ({ text, image }) => ({
    says: `${q(text)} is the ID of another image${image === '' ? '' : `, ${q(image)}`}.`,
    hint: where.image,
    command: shows.image,
  }),
  'answer.image-id': ({ text, image }) => ({
    says: `${q(text)} is the ID of an image${image === '' ? '' : ` (${q(image)})`}, not that of the container.`,
    hint: 'docker images gives the IDs of images, docker ps those of containers.',
    command: shows.container,
  }),
  'answer.image-digest': ({ text, image, of }) => ({
    says: `${q(text)} is the digest of an image${image === '' ? '' : ` (${q(image)})`}, not the ID ${of === 'image' ? 'that is asked for' : 'of the container'}.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.earlier-container': ({ text, name }) => ({
    says: `${q(text)} is the ID of an earlier container (${q(name)}), removed since: each docker run creates a container with a new ID.`,
    hint: 'Note the ID of the present container.',
    command: shows.container,
  }),
  'answer.mistyped': ({ text, of }) => ({
    says: `${q(text)} is very close to the expected ID, but there is a typing error in it.`,
    hint: 'Copy it instead of typing it.',
    command: all[of],
  }),
  'answer.not-an-id': ({ text, of }) => ({
    says: `${q(text)} is not an ID: an ID has only digits and letters from a to f.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.unknown-id': ({ text, of }) => ({
    says: `${q(text)} is not the ID of any ${of} of this engine.`,
    hint: where[of],
    command: shows[of],
  }),
};

/** The codes of the YAML reader; evidence of earlier versions has its sentence. */
const syntax: Readonly<Record<string, string | undefined>> = yamlSyntax;

const placeOf = (file: string, { line }: AnswerProblem): string =>
  line === undefined ? file : `${file}, line ${line}`;

function why({ kind, detail = '', mistake }: AnswerProblem, key: string): string {
  switch (kind) {
    case 'line':
      return answerLines[mistake ?? 'no-key'](detail.length > 60 ? `${detail.slice(0, 60)}…` : detail);
    case 'unreadable':
      return `the file cannot be opened${detail === '' ? '' : ` (${detail})`}`;
    case 'too-large':
      return 'the file is far too large for answers';
    case 'binary':
      return 'it is not a text file';
    case 'syntax':
      return syntax[detail] ?? 'this line is not of the form "key: answer"';
    case 'not-a-mapping':
      return 'there is no line "key: answer" (there must be a space after the colon)';
    case 'duplicate':
      return 'this question has two answers';
    case 'alias':
      return 'anchors and aliases (& and *) have no place there; put the answer between single quotes';
    case 'entry':
      return `the answer to ${q(key)} must be a plain text; put it between single quotes`;
  }
}
