import { requestOf } from '../../../checks/kinds/http/request';
import type { HttpFact } from '../../../evidence/facts';
import { isJsonObject, type Json } from '../../../text/json';
import type { MutantCode } from '../codes';
import { retells, type Host } from '../host';
import type { Generator, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** Nobody listens, no answer, no HTTP, not published, an error page, an empty page, or any other answer. */
export const wrongAnswersOfHttp: Generator = (target) => {
  const request = requestOf(target);
  const { keys } = target.check;
  if (keys['exists'] === false) return [];
  const change = (host: Host, to: (fact: HttpFact) => HttpFact): Host =>
    retells(host, request, (fact) => fact && to(fact));
  const answers = (code: MutantCode, to: (fact: HttpFact) => HttpFact, assertion?: string): Wrong => ({
    code,
    ...(assertion !== undefined && assertion in keys && { assertion }),
    change: (host) => change(host, to),
  });
  const fails =
    (outcome: HttpFact['outcome']) =>
    ({ url }: HttpFact): HttpFact => ({ ...(url !== undefined && { url }), outcome });
  return [
    answers('http.refused', fails('reset')),
    answers('http.timeout', fails('timeout')),
    answers('http.not-http', fails('invalid')),
    answers('http.unpublished', () => ({ outcome: 'unpublished' })),
    answers('http.status', (fact) => ({ ...fact, status: 404 }), 'status'),
    answers('http.empty-body', (fact) => ({ ...fact, body: '' }), 'body'),
    ...writeWrongValues(target, writers, change),
  ];
};

const writers: Writers<HttpFact> = {
  status: (fact, value) => ({ ...fact, status: Number(value) }),
  headers: (fact, value) => ({ ...fact, headers: lowerCased(value) }),
  body: (fact, value) => ({ ...fact, body: String(value ?? '') }),
  origin: (fact, value) =>
    value === 'none' || value === undefined
      ? { ...fact, origin: { verdict: 'unknown', by: 'none' } }
      : {
          ...fact,
          origin: { verdict: 'container', by: value === 'same-answer' ? value : 'engine-publication' },
        },
};

const lowerCased = (value: Json | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).map(([name, text]) => [
      name.toLowerCase(),
      String(text),
    ]),
  );
