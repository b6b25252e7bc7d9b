import type { Fact } from '../../evidence/evidence';
import { fault, type Fault } from '../../evidence/fault';
import { problemIn } from '../../evidence/shapes/problem-in';
import type { Shape } from '../../evidence/shapes/shape';
import type { Json } from '../../text/json';
import type { SaysAbsent } from './absence';
import { callName, failed, messageOf } from './call-name';
import type { Answer, Call } from './engine';

interface Promised<T> {
  readonly shape: Shape<T>;
  /** The one status that brings it; 200 unless said otherwise. */
  readonly status?: number;
}

type Given = Extract<Answer<unknown>, { ok: true }>;

/**
 * The door: what an endpoint promises, or why it is not that. The engine is a stranger, and so is all that may stand before it: of an answer only
 * the promised status with a body of the promised shape counts, and of a refusal only words about the very thing that was asked for.
 * `says`: the words that say that it is not there, which is a fact like any other: `null`.
 */
export function admit<T>(call: Call, answer: Answer<Json>, promised: Promised<T>): Fact<T>;
export function admit<T>(
  call: Call,
  answer: Answer<Json>,
  promised: Promised<T>,
  says: SaysAbsent,
): Fact<T | null>;
export function admit<T>(
  call: Call,
  answer: Answer<Json>,
  { shape, status = 200 }: Promised<T>,
  says?: SaysAbsent,
): Fact<T | null> {
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status === 404 && says?.(messageOf(answer.body))) return { value: null };
  if (answer.status !== status) return { fault: unexpected(call, answer) };
  const problem = problemOfType(answer) ?? problemIn(shape.schema, answer.body);
  // What is of the shape is of its type: they are written side by side.
  return problem === undefined ? { value: answer.body as T } : { fault: invalid(call, problem) };
}

/** The same where each line is a value; no line at all is no value, as of an engine that remembers nothing. */
export function admitLines(
  call: Call,
  answer: Answer<readonly Json[]>,
  { schema }: Shape<unknown>,
): Fact<readonly Json[]> {
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status !== 200) return { fault: unexpected(call, answer) };
  const problem = problemOfType(answer) ?? problemIn({ type: 'array', items: schema }, answer.body);
  return problem === undefined ? { value: answer.body } : { fault: invalid(call, problem) };
}

/** Who answers with something else than JSON, even if it can be read as such, is no engine. */
function problemOfType({ headers }: Given): string | undefined {
  const type = headers['content-type'];
  return type === undefined || /json/i.test(type) ? undefined : `type ${type}`;
}

/** The fault in an answer that is not what the endpoint promises, by its status. */
export function unexpected(call: Call, answer: Given): Fault {
  const { status, body } = answer;
  const known = failed(call, answer);
  if (known) return known;
  const message = messageOf(body).trim();
  const isEngines = status >= 400 && message !== '' && !message.startsWith('<');
  return isEngines
    ? fault('engine.failed', { call: callName(call), status, message })
    : invalid(call, `status ${status}${message === '' ? '' : `: ${message.slice(0, 200)}`}`);
}

export const invalid = (call: Call, detail: string): Fault =>
  fault('engine.answer-invalid', { call: callName(call), detail });
