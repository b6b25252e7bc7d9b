export interface HttpQuestion {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as it goes out: what a browser on the engine's host would send, with the headers of the lab in its place. */
export function requestText(question: HttpQuestion): string {
  const { method, path, headers } = question;
  const named = Object.keys(headers).map((name) => name.toLowerCase());
  const defaults = Object.entries({
    Host: hostOf(question),
    'User-Agent': 'vigie',
    Accept: '*/*',
    'Accept-Encoding': 'identity',
    Connection: 'close',
    ...(['POST', 'PUT', 'PATCH'].includes(method) && { 'Content-Length': '0' }),
  }).filter(([name]) => !named.includes(name.toLowerCase()));
  const lines = [...defaults, ...Object.entries(headers).filter(isSendable)].map(
    ([name, value]) => `${name}: ${value.replace(/[^\P{Cc}\t]/gu, ' ')}\r\n`,
  );
  const target = encodeURI(Buffer.from(path).toString()).replaceAll('%25', '%');
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A server may answer by name. */
export function hostOf({ scheme, port, headers }: HttpQuestion): string {
  const [, named] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host') ?? [];
  const isUsual = (port === 80 && scheme === 'http') || (port === 443 && scheme === 'https');
  return named ?? (isUsual ? 'localhost' : `localhost:${port}`);
}

const isSendable = ([name]: [string, string]): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);
