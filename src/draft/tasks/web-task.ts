import type { HttpFact } from '../../evidence/facts';
import type { Json } from '../../text/json';
import type { Seen } from '../host';
import { webPorts, webQuestion } from '../questions';
import type { DraftTask, Statement } from '../statement';
import { titles } from '../words';

/** Published ports that answer HTTP: with which status, and from which server. Its version changes with each update. */
export function webTask({ asked, name, inspect, look }: Seen): readonly DraftTask[] {
  if (name === undefined) return [];
  const statements = webPorts(inspect).flatMap((port): readonly Statement[] => {
    const question = webQuestion(asked, port);
    const fact = look(question);
    if (!('value' in fact) || fact.value?.outcome !== 'answered') return [];
    const { scheme, path } = question;
    return [
      {
        kind: 'http',
        subject: { container: name, port, ...(scheme === 'https' && { scheme }), path },
        place: {},
        asserts: assertsOf(fact.value),
        assertsPresence: true,
        title: titles.web(port),
        notes: [],
        within: '5s',
      },
    ];
  });
  return statements.length === 0 ? [] : [{ id: 'web', title: titles.webTask(name), statements }];
}

function assertsOf({ status, headers, body = '' }: HttpFact): Record<string, Json> {
  const [server] = /^[A-Za-z][A-Za-z0-9_-]{0,40}/.exec(headers?.['server'] ?? '') ?? [];
  return {
    ...(status !== undefined && { status }),
    ...(server !== undefined && { headers: { server: `/^${server}/` } }),
    ...bodyOf(body),
  };
}

/** What its title says, where that does not change by itself; else only that the page is not empty. */
function bodyOf(body: string): Record<string, Json> {
  if (body === '') return {};
  const [, title = ''] = /<title[^>]{0,100}>\s{0,100}([^<]{1,80}?)\s{0,100}<\/title>/i.exec(body) ?? [];
  const isPlain = /^[\p{L}\p{N} .,:;!?()&'’-]+$/u.test(title) && !/\d\d/.test(title);
  return { body: isPlain ? [title] : { size: { gte: 1 } } };
}
