import type { Fact } from '../../evidence/evidence';
import { fault } from '../../evidence/fault';
import type { Answer } from '../engine/engine';

/** The fact that an answer gives: its body if it is a 2xx, a fault otherwise. */
export function valueOf<B, T>(answer: Answer<B>, read: (body: B) => T): Fact<T> {
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status >= 200 && answer.status < 300) return { value: read(answer.body) };
  return {
    fault: fault('engine.failed', { call: 'GET', status: answer.status, message: messageOf(answer.body) }),
  };
}

/** Like `valueOf`, but what is not there (404) is `null`, a fact like any other. */
export function valueOrNull<B, T>(answer: Answer<B>, read: (body: B) => T): Fact<T | null> {
  return answer.ok && answer.status === 404 ? { value: null } : valueOf(answer, read);
}

function messageOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string')
    return body.message;
  return typeof body === 'string' ? body : '';
}
