import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import { caps } from '../../evidence/caps';
import type { AnswerProblem } from '../../evidence/facts';
import { excess } from '../../spec/yaml/guard';
import { decodeLeniently } from '../../text/decode-text';
import { err, ok, type Result } from '../../text/result';
import { wrongLine } from './wrong-line';

/** What a student answered, by the question's key; an entry that is no text is a problem of its question alone. */
export type Answers = ReadonlyMap<string, Result<string | null, AnswerProblem>>;

/** Answers are text, whatever they look like. */
export const yamlOptions = {
  version: '1.2',
  schema: 'failsafe',
  uniqueKeys: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * Reads `key: answer` lines. Every answer is the text that was typed: an ID such as `12345678e910` is no number, `yes` and `0644` are what they are.
 * Neither aliases nor nesting are followed.
 */
export function parseAnswers(bytes: Buffer): Result<Answers, AnswerProblem> {
  // A letter that is no text here costs its own answer, not all the others.
  const text = decodeLeniently(bytes);
  if (text.includes('\0')) return err({ kind: 'binary' });
  if (excess(text) !== undefined) return err({ kind: 'too-large' });
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  const [error] = document.errors;
  if (error?.code === 'DUPLICATE_KEY') return err(placed({ kind: 'duplicate' }, error.pos[0], lines));
  if (error)
    return err(wrongLine(text) ?? placed({ kind: 'syntax', detail: error.code }, error.pos[0], lines));
  const answers = readEntries(document, lines);
  return answers.ok || answers.error.kind !== 'not-a-mapping'
    ? answers
    : err(wrongLine(text) ?? answers.error);
}

function readEntries({ contents }: Document, lines: LineCounter): Result<Answers, AnswerProblem> {
  if (contents === null || (isScalar(contents) && String(contents.value ?? '').trim() === ''))
    return ok(new Map());
  if (!isMap(contents)) return err(placed({ kind: 'not-a-mapping' }, startOf(contents), lines));
  const answers = new Map<string, Result<string | null, AnswerProblem>>();
  for (const { key, value } of contents.items) {
    if (isAlias(key)) return err(placed({ kind: 'alias' }, startOf(key), lines));
    if (isScalar(key)) answers.set(String(key.value), answerIn(value, lines));
  }
  return ok(answers);
}

function answerIn(node: unknown, lines: LineCounter): Result<string | null, AnswerProblem> {
  if (isAlias(node)) return err(placed({ kind: 'alias' }, startOf(node), lines));
  if (isCollection(node)) return err(placed({ kind: 'entry' }, startOf(node), lines));
  if (!isScalar(node)) return ok(null);
  const text = String(node.value ?? '').slice(0, caps.answer);
  const isEmpty = text.trim() === '' || (node.type === 'PLAIN' && ['~', 'null'].includes(text.trim()));
  return ok(isEmpty ? null : text);
}

const startOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0;

function placed(problem: AnswerProblem, offset: number, lines: LineCounter): AnswerProblem {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? problem : { ...problem, line, column: col };
}
