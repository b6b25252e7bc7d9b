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
    // What the page says is for the teacher to ask; that it is empty is wrong in any case.
    ...(body !== '' && { body: { size: { gte: 1 } } }),
  };
}
