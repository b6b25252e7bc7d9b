import type { TopFact } from '../../../evidence/facts';
import { message, type Message } from '../../../messages/message';
import type { Look } from '../../kind';

/** Programs that serve pages, as `ps` shows the start of their command or their path. Workers of nginx outlive their master for a moment when it is stopped: they serve nobody. */
const servers =
  /(?:^|\/)(nginx(?!: worker)|apache2|httpd|lighttpd|caddy|node|gunicorn|php-fpm|busybox httpd)(?=[:\s]|$)|(http\.server)/;

/** The port is published and nobody listens inside. The processes say more, where another check of the lab asked for them. */
export function whyNobodyListens(name: string, port: number, url: string, look: Look): Message {
  const top = look({ fact: 'top', container: name });
  if (!('value' in top) || top.value === null) return message('http.nobody-listens', { name, port, url });
  const server = runningServer(top.value);
  return server === undefined
    ? message('http.server-not-started', { name, port })
    : message('http.listens-elsewhere', { name, port, server });
}

function runningServer({ titles, processes }: TopFact): string | undefined {
  const column = Math.max(titles.indexOf('CMD'), titles.indexOf('COMMAND'));
  for (const row of processes) {
    const found = servers.exec(row[column] ?? '');
    if (found) return found[1] ?? found[2];
  }
  return undefined;
}
