import type { HttpReply } from './ask-http';
import type { HttpQuestion } from './http-question';

const maxRedirects = 5;

/**
 * Follows redirects as long as they stay with the same server: what a student's server answers must not send the grader to anywhere
 * else. A redirect that leads away is the answer.
 */
export async function follow(
  first: HttpQuestion,
  wanted: boolean,
  ask: (question: HttpQuestion) => Promise<HttpReply>,
): Promise<HttpReply> {
  let question = first;
  let reply = await ask(question);
  for (let step = 0; wanted && step < maxRedirects; step += 1) {
    const next = nextOf(question, reply);
    if (next === undefined) return reply;
    question = next;
    reply = await ask(question);
  }
  return reply;
}

function nextOf(question: HttpQuestion, reply: HttpReply): HttpQuestion | undefined {
  if (reply.outcome !== 'answered' || ![301, 302, 303, 307, 308].includes(reply.status)) return undefined;
  const base = `${question.scheme}://localhost:${question.port}${question.path}`;
  const location = reply.headers['location'] ?? '';
  if (location === '' || !URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const stays =
    url.protocol === `${question.scheme}:` &&
    port === question.port &&
    ['localhost', '127.0.0.1', question.host].includes(url.hostname);
  return stays ? { ...question, path: url.pathname + url.search } : undefined;
}
