import type { Catalogue } from '../catalogue';
import type { HttpMessages } from '../codes/http';
import { quote as q } from './quote';

const because = {
  'not-running': 'does not run',
  paused: 'is paused',
  unpublished: 'does not have that port',
  detached: 'is no longer attached to its network',
} as const;

export const http: Catalogue<HttpMessages> = {
  'http.other-answers': ({ name, hostPort, why, holder, server, installed }) => ({
    says:
      holder === undefined
        ? `Host port ${hostPort} answers, but the page does not come from ${q(name)}, which ${because[why]}: it is a server of the host itself${server === undefined ? '' : ` (${server})`}.`
        : `Host port ${hostPort} answers, but container ${q(holder)} holds it; ${q(name)} ${because[why]}.`,
    hint:
      holder === undefined
        ? installed
          ? why === 'unpublished'
            ? `Stop that server; that port ${hostPort} leads to container ${q(name)} is chosen when it is created (option -p).`
            : `Stop that server, then see to it that container ${q(name)} runs and is connected.`
          : `The commands of the installation may have been typed on the host: stop that server, then do them again in container ${q(name)}, created with the option -p.`
        : `Free the port (stop or remove ${q(holder)}), then start ${q(name)} or create it again with that port.`,
  }),
  'http.nobody-listens': ({ name, port, url }) => ({
    says: `Port ${port} of container ${q(name)} is published, but no server answers there (${url}).`,
    hint: "The server was not started, listens on another port, or only on the container's own address 127.0.0.1.",
    command: `docker top ${name}`,
  }),
  'http.server-not-started': ({ name, port }) => ({
    says: `Port ${port} of container ${q(name)} is published, but no web server runs in the container.`,
    hint: 'Installing a server does not always start it; after a restart of the container it has to be started again.',
  }),
  'http.listens-elsewhere': ({ name, port, server }) => ({
    says: `${q(server)} runs in container ${q(name)}, but nothing answers there on port ${port}.`,
    hint: "It listens on another port, or only on the container's own address 127.0.0.1: look at its configuration.",
  }),
  'http.timeout': ({ name, url }) => ({
    says: `${url} takes the request, but container ${q(name)} does not answer in time.`,
    hint: 'The server hangs or is suspended; start it again in the container.',
  }),
  'http.not-http': ({ url, scheme }) => ({
    says: `What answers at ${url} does not speak ${scheme === 'https' ? 'HTTPS' : 'HTTP'}.`,
    hint: 'Another service listens on that port, or the server expects the other protocol (HTTP or HTTPS) there.',
  }),
  'http.not-found': ({ url }) => ({
    says: `The server answers, but has not found the page ${url} (404).`,
    hint: 'The file is not in the folder that the server serves, or has another name.',
  }),
  'http.forbidden': ({ url }) => ({
    says: `The server refuses to show ${url} (403): the site's folder is empty, or it may not read its files.`,
    hint: "Put a page index.html into the site's folder and check its permissions.",
  }),
  'http.bad-gateway': ({ url, status }) => ({
    says: `The server answers ${url} with ${status}: the application that it passes requests on to does not answer.`,
    hint: 'Check that this application runs, and the address that the server has for it.',
  }),
  'http.server-error': ({ url, status }) => ({
    says: `The server answers ${url} with an error (${status}).`,
    hint: "The server's error log, in the container, says why.",
  }),
  'http.unauthorized': ({ url }) => ({
    says: `The server asks for a password for ${url} (401).`,
    hint: 'The page has to show without logging in.',
  }),
  'http.redirects': ({ url, status, location }) => ({
    says: `${url} sends on to ${q(location)} (${status}) instead of answering.`,
    hint: location.startsWith('https:')
      ? 'The server insists on HTTPS; the page has to answer in HTTP as well.'
      : 'Redirects are not followed: the page has to answer at this address.',
  }),
  'http.other-status': ({ url, status }) => ({
    says: `The server answers ${url} with ${status}, which is not the expected answer.`,
  }),
  'http.other-server': ({ url, server }) => ({
    says: `The server ${q(server)} answers at ${url}, and not the expected one.`,
    hint: 'Stop that server in the container, then install and start the one that the lab asks for.',
  }),
  'http.default-page': ({ url, server }) => ({
    says: `${url} still shows the default page of ${server}.`,
    hint: 'Your page is not in the folder that the server serves, or is not called index.html.',
  }),
  'http.empty-body': ({ url }) => ({
    says: `The server answers ${url} with an empty page.`,
    hint: 'The file of the page is probably empty: was it saved?',
  }),
  'http.header-missing': ({ url, header }) => ({
    says: `The answer of ${url} has no header ${q(header)}.`,
  }),
};
