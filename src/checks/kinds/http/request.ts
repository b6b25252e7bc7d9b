import type { HttpRequest } from '../../../evidence/request';
import { isJsonObject, type Json } from '../../../text/json';
import type { SubjectKey } from '../../attribute';
import type { CheckInput } from '../../kind';
import { written } from '../inside/written';

export const subjectKeys: Readonly<Record<string, SubjectKey>> = {
  container: {
    name: { fr: 'conteneur', en: 'container' },
    type: 'string',
    describe: 'The container: its name or ID.',
    required: true,
    example: 'ubuntu',
  },
  port: {
    name: { fr: 'port', en: 'port' },
    type: 'integer',
    describe: 'The port inside the container; it is reached through its publication. 80, or 443 with https.',
    minimum: 1,
    maximum: 65535,
    example: 80,
  },
  'host-port': {
    name: { fr: 'port de l’hôte', en: 'port of the host' },
    type: 'integer',
    describe: 'Only a publication on this port of the host will do; any by default.',
    minimum: 1,
    maximum: 65535,
    example: 80,
  },
  path: {
    name: { fr: 'chemin', en: 'path' },
    type: 'string',
    describe: 'Path and query; `/` by default.',
    example: '/index.html',
  },
  method: {
    name: { fr: 'méthode', en: 'method' },
    type: 'string',
    describe: 'The method; GET by default.',
    values: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'],
    example: 'HEAD',
  },
  scheme: {
    name: { fr: 'protocole', en: 'protocol' },
    type: 'string',
    describe: '`https` accepts every certificate.',
    values: ['http', 'https'],
    example: 'https',
  },
  headers: {
    name: { fr: 'en-têtes envoyés', en: 'headers sent' },
    type: 'string-map',
    describe: 'Headers to send; `Host: localhost` by default, as a browser on the host would.',
    example: { Host: 'www.example.test' },
  },
  'follow-redirects': {
    name: { fr: 'redirections suivies', en: 'redirects followed' },
    type: 'boolean',
    describe:
      'Follow redirects to the same server; those that lead elsewhere are the answer. Off by default.',
    example: true,
  },
};

export function requestOf({ check }: CheckInput): HttpRequest {
  const subject = isJsonObject(check.subject) ? check.subject : {};
  const { container, port, path, method, scheme: asked, headers } = subject;
  const scheme = asked === 'https' ? 'https' : 'http';
  const hostPort = subject['host-port'];
  return {
    fact: 'http',
    container: written(container),
    port: typeof port === 'number' ? port : scheme === 'https' ? 443 : 80,
    ...(typeof hostPort === 'number' && { hostPort }),
    scheme,
    method: typeof method === 'string' ? method : 'GET',
    path: pathOf(path),
    headers: isJsonObject(headers) ? mapOfText(headers) : {},
    followRedirects: subject['follow-redirects'] === true,
    ...(JSON.stringify(check.keys['origin'] ?? null).includes('same-answer') && { ownWord: true }),
  };
}

function pathOf(path: Json | undefined): string {
  const text = typeof path === 'string' ? path : '/';
  return text.startsWith('/') ? text : `/${text}`;
}

const mapOfText = (map: Readonly<Record<string, Json>>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, written(value)]));
