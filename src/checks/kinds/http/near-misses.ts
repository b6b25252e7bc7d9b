import { message, type Message } from '../../../messages/message';
import { isJsonObject } from '../../../text/json';
import type { CheckKind, Diagnosis } from '../../kind';
import { holds } from '../../match/holds';
import type { HttpSeen } from './attributes';

type Rule = (diagnosis: Diagnosis<HttpSeen>) => Message | undefined;
const missed = ({ misses }: Diagnosis<HttpSeen>, key: string) => misses.find((miss) => miss.key === key);

/** Another server altogether says more than the status that it gave. */
const otherServer: Rule = (diagnosis) => {
  const { wantedHeaders, fact } = diagnosis.resource;
  if (!missed(diagnosis, 'headers') || !isJsonObject(wantedHeaders)) return undefined;
  const url = fact.url ?? '';
  const [, wanted] = Object.entries(wantedHeaders).find(([name]) => name.toLowerCase() === 'server') ?? [];
  const server = fact.headers?.['server'];
  if (
    wanted !== undefined &&
    server !== undefined &&
    !holds({ type: 'string', shape: 'one' }, wanted, server)
  )
    return message('http.other-server', { url, server });
  return undefined;
};

const status: Rule = (diagnosis) => {
  if (!missed(diagnosis, 'status')) return undefined;
  const { fact } = diagnosis.resource;
  const { url = '', status: code = 0 } = fact;
  if (code >= 300 && code < 400 && fact.headers?.['location'] !== undefined)
    return message('http.redirects', { url, status: code, location: fact.headers['location'] });
  switch (code) {
    case 401:
      return message('http.unauthorized', { url });
    case 403:
      return message('http.forbidden', { url });
    case 404:
      return message('http.not-found', { url });
    case 502:
    case 503:
    case 504:
      return message('http.bad-gateway', { url, status: code });
    default:
      return message(code >= 500 ? 'http.server-error' : 'http.other-status', { url, status: code });
  }
};

const headerMissing: Rule = (diagnosis) => {
  const { wantedHeaders, fact } = diagnosis.resource;
  if (!missed(diagnosis, 'headers') || !isJsonObject(wantedHeaders)) return undefined;
  const absent = Object.entries(wantedHeaders).find(
    ([name, expected]) => typeof expected !== 'object' && fact.headers?.[name.toLowerCase()] === undefined,
  );
  return absent && message('http.header-missing', { url: fact.url ?? '', header: absent[0] });
};

/** Pages that servers show before anybody has put one of their own there. */
const defaultPages = [
  { server: 'nginx', mark: 'Welcome to nginx!' },
  { server: 'Apache', mark: 'Apache2 Default Page' },
  { server: 'Apache', mark: '<h1>It works!</h1>' },
] as const;

const body: Rule = (diagnosis) => {
  if (!missed(diagnosis, 'body')) return undefined;
  const { url = '', body: text = '' } = diagnosis.resource.fact;
  if (text.trim() === '') return message('http.empty-body', { url });
  const page = defaultPages.find(({ mark }) => text.includes(mark));
  return page && message('http.default-page', { url, server: page.server });
};

export const nearMisses: CheckKind<HttpSeen>['nearMisses'] = [otherServer, status, headerMissing, body];
