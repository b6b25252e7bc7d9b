import { fault, type Fault } from '../../evidence/fault';
import type { Answer, Call } from './engine';

/** How faults name a call; the query is left out, since it can hold what a student wrote. */
export const callName = ({ method, path }: Pick<Call, 'method' | 'path'>): string => `${method} ${path}`;

/**
 * The fault in an answer that came but is none: 5xx, or a path that this engine does not have (404 with the router's words, not a
 * handler's; podman has no /distribution). `undefined`: the status means what the API says it means.
 */
export function failed(
  call: Pick<Call, 'method' | 'path'>,
  answer: Extract<Answer<unknown>, { ok: true }>,
): Fault | undefined {
  const { status, body } = answer;
  const message = messageOf(body);
  if (status === 501) return fault('unsupported', { call: callName(call), detail: message });
  if (status >= 500) return fault('engine.failed', { call: callName(call), status, message });
  const isRouter = /^(page not found|not found|path .* is not supported)$/i.test(message.trim());
  return status === 404 && isRouter
    ? fault('unsupported', { call: callName(call), detail: message })
    : undefined;
}

/** The engine's own words in an error's body. */
export function messageOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (Buffer.isBuffer(body)) return body.toString();
  if (typeof body !== 'object' || body === null) return '';
  const message = (body as { message?: unknown }).message;
  return typeof message === 'string' ? message : '';
}
