import { Document, isMap, isScalar, parseDocument, Scalar, YAMLMap, type Pair } from 'yaml';
import type { AnswerProblem } from '../../evidence/facts';
import { decodeLeniently } from '../../text/decode-text';
import { troubleOf } from '../../text/file-trouble';
import { err, ok, type Result } from '../../text/result';
import { writeWhole } from '../write-file';
import { parseAnswers, yamlOptions } from './parse-answers';
import { readAnswersFile } from './read-answers';

/** Why an answer was not written: what is there cannot be understood, and is left alone; or the system does not let us. */
export type UnwrittenAnswer =
  | { readonly code: 'answers.unreadable'; readonly problem: AnswerProblem }
  | { readonly code: 'answers.unwritable'; readonly detail: string };

const unreadable = (problem: AnswerProblem): Result<never, UnwrittenAnswer> =>
  err({ code: 'answers.unreadable', problem });

/** Writes one answer into a file of answers, which is made where it is missing. All else in it stays: other answers, comments, order. */
export function writeAnswer(path: string, key: string, answer: string): Result<undefined, UnwrittenAnswer> {
  const file = readAnswersFile(path);
  if (!file.ok) return unreadable(file.error);
  const bytes = file.value ?? Buffer.alloc(0);
  const read = parseAnswers(bytes);
  if (!read.ok) return unreadable(read.error);
  const text = withAnswer(decodeLeniently(bytes), key, answer);
  const written = parseAnswers(Buffer.from(text));
  if (!written.ok) return unreadable(written.error);
  try {
    writeWhole(path, text);
    return ok(undefined);
  } catch (error) {
    return err({ code: 'answers.unwritable', detail: troubleOf(error) });
  }
}

/** `text`: answers that can be read. */
function withAnswer(text: string, key: string, answer: string): string {
  const document = parseDocument(text, yamlOptions);
  if (isMap(document.contents)) {
    answerIn(document.contents, key, answer);
    return lineEndsOf(text, document.toString({ lineWidth: 0 }));
  }
  // Nothing but comments, which a document without contents would put somewhere else.
  const contents = new YAMLMap();
  answerIn(contents, key, answer);
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return before + lineEndsOf(text, new Document(contents, yamlOptions).toString({ lineWidth: 0 }));
}

const lineEndsOf = (text: string, written: string): string =>
  text.includes('\r\n') ? written.replace(/\n/g, '\r\n') : written;

function answerIn(map: YAMLMap, key: string, answer: string): void {
  const value = new Scalar(answer);
  // These two words alone are no answer.
  value.type = /^(?:~|null)$/.test(answer) ? 'QUOTE_SINGLE' : 'PLAIN';
  const pair = map.items.find((one): one is Pair => isScalar(one.key) && String(one.key.value) === key);
  if (pair === undefined) {
    map.add({ key: new Scalar(key), value });
    return;
  }
  // What somebody wrote behind the old answer stays.
  const { comment } = isScalar(pair.value) ? pair.value : new Scalar('');
  if (typeof comment === 'string') value.comment = comment;
  pair.value = value;
}
