import { describe, expect, test } from '@jest/globals';
import { requestOf } from '../../../../src/checks/kinds/http/request';
import type { ContainerInspect } from '../../../../src/evidence/docker';
import type { HttpFact } from '../../../../src/evidence/facts';
import { judgeCheck } from '../../../../src/judge/judge-check';
import type { Json, JsonObject } from '../../../../src/text/json';
import {
  anyLab,
  checkOf,
  found,
  judged,
  lookIn,
  theContainer,
  ubuntu,
  type Found,
} from '../../../support/evidence';
import { labOf } from '../../../support/grade-checks';

const url = 'http://127.0.0.1:80/';
const page: HttpFact = {
  url,
  outcome: 'answered',
  status: 200,
  headers: { server: 'nginx/1.22.1', 'content-type': 'text/html' },
  body: '<h1>Welcome to nginx!</h1>\n',
  truncated: false,
  origin: { verdict: 'container', by: 'same-answer' },
};
const subject: JsonObject = { container: 'ubuntu', port: 80, path: '/' };
const stopped = ubuntu({ State: { Status: 'exited', Running: false, ExitCode: 0 } });

function judge(
  fact: HttpFact,
  keys: Record<string, Json> = {},
  inspect: ContainerInspect = ubuntu(),
  more: readonly Found[] = [],
) {
  const check = checkOf('http', subject, keys);
  return judged(check, [...theContainer(inspect), found(requestOf({ check, lab: anyLab }), fact), ...more]);
}

const top = (...commands: string[]): Found =>
  found(
    { fact: 'top', container: 'ubuntu' },
    { titles: ['UID', 'PID', 'CMD'], processes: commands.map((command) => ['root', '1', command]) },
  );

describe('an http check', () => {
  test('passes for the answer that it asks for', () => {
    const keys = { status: 200, headers: { Server: '/^nginx/' }, body: '/Welcome to nginx/' };
    expect(judge(page, keys).verdict.outcome).toBe('passed');
    expect(judge(page).verdict.outcome).toBe('passed');
  });

  test('can ask for the stronger proof of where the answer comes from', () => {
    expect(judge(page, { origin: 'same-answer' }).verdict.outcome).toBe('passed');
    const weaker: HttpFact = { ...page, origin: { verdict: 'container', by: 'engine-publication' } };
    expect(judge(weaker, { origin: 'same-answer' }).verdict.outcome).toBe('failed');
  });

  test('takes header names in any case', () => {
    for (const name of ['server', 'Server', 'SERVER'])
      expect(judge(page, { headers: { [name]: '/nginx/' } }).verdict.outcome).toBe('passed');
    expect(judge(page, { headers: { server: '/apache/i' } }).verdict.outcome).toBe('failed');
  });

  test.each<[string, Partial<HttpFact>, Record<string, Json>]>([
    ['http.forbidden', { status: 403 }, { status: 200 }],
    ['http.not-found', { status: 404 }, { status: 200 }],
    ['http.unauthorized', { status: 401 }, { status: 200 }],
    ['http.bad-gateway', { status: 502 }, { status: 200 }],
    ['http.server-error', { status: 500 }, { status: 200 }],
    ['http.other-status', { status: 204 }, { status: 200 }],
    ['http.redirects', { status: 301, headers: { location: 'https://localhost/' } }, { status: 200 }],
    ['http.other-server', { headers: { server: 'Apache/2.4' } }, { headers: { server: '/^nginx/' } }],
    [
      'http.other-server',
      { status: 404, headers: { server: 'Apache/2.4' } },
      { status: 200, headers: { Server: '/nginx/' } },
    ],
    ['http.header-missing', {}, { headers: { 'X-Lab': 'yes' } }],
    ['http.default-page', {}, { body: ['Bonjour'] }],
    ['http.empty-body', { body: '\n' }, { body: ['Bonjour'] }],
    ['check.differs', { body: 'Bonsoir' }, { body: ['Bonjour'] }],
  ])('says %s', (code, change, keys) => {
    expect(judge({ ...page, ...change }, keys).verdict).toMatchObject({
      outcome: 'failed',
      message: { code },
    });
  });

  test.each<[string, HttpFact]>([
    ['http.nobody-listens', { url, outcome: 'reset' }],
    ['http.nobody-listens', { url, outcome: 'refused' }],
    ['http.timeout', { url, outcome: 'timeout' }],
    ['http.not-http', { url, outcome: 'invalid' }],
  ])('says %s without an answer', (code, fact) => {
    const { verdict, cause } = judge(fact);
    expect(verdict).toMatchObject({ outcome: 'failed', message: { code } });
    expect(cause).toBe('container/ubuntu/port/80/tcp');
  });

  test('does not know what is in the headers that were not kept', () => {
    const part: HttpFact = { ...page, headersTruncated: true };
    expect(judge(part, { headers: { server: '/nginx/' } }).verdict.outcome).toBe('passed');
    expect(judge(part, { headers: { 'X-Lab': 'yes' } }).verdict.outcome).toBe('error');
    expect(judge(part, { headers: { 'X-Lab': { exists: false } } }).verdict.outcome).toBe('error');
  });

  test('knows from the processes whether a server runs at all', () => {
    const silent: HttpFact = { url, outcome: 'reset' };
    const nginx = judge(silent, {}, ubuntu(), [top('/bin/bash', 'nginx: master process /usr/sbin/nginx')]);
    expect(nginx.verdict.message).toMatchObject({
      code: 'http.listens-elsewhere',
      args: { server: 'nginx' },
    });
    const none = judge(silent, {}, ubuntu(), [top('/bin/bash', 'less nginx.conf', 'vim /etc/nginx.txt')]);
    expect(none.verdict.message?.code).toBe('http.server-not-started');
    // As it was once seen a moment after `service nginx stop`.
    const stopping = judge(silent, {}, ubuntu(), [
      top('/bin/bash', 'nginx: worker process is shutting down'),
    ]);
    expect(stopping.verdict.message?.code).toBe('http.server-not-started');
  });

  test.each<[string, HttpFact, ContainerInspect]>([
    [
      'container.paused',
      { outcome: 'paused' },
      ubuntu({ State: { Status: 'paused', Running: true, Paused: true } }),
    ],
    [
      'container.never-started',
      { outcome: 'not-running' },
      ubuntu({ State: { Status: 'created', Running: false } }),
    ],
    [
      'container.not-published',
      { outcome: 'unpublished' },
      ubuntu({ NetworkSettings: { Ports: {}, Networks: { bridge: {} } }, HostConfig: {} }),
    ],
    [
      'container.other-container-port',
      { outcome: 'unpublished' },
      ubuntu({
        HostConfig: { PortBindings: { '443/tcp': [{ HostPort: '80' }] } },
        NetworkSettings: {
          Ports: { '443/tcp': [{ HostIp: '0.0.0.0', HostPort: '80' }] },
          Networks: { bridge: {} },
        },
      }),
    ],
    [
      'container.disconnected',
      { outcome: 'detached' },
      ubuntu({ NetworkSettings: { Ports: {}, Networks: {} } }),
    ],
    ['container.loopback-only', { outcome: 'loopback-only' }, ubuntu()],
  ])('says %s where there is no way to the container', (code, fact, inspect) => {
    expect(judge(fact, {}, inspect).verdict).toMatchObject({ outcome: 'failed', message: { code } });
  });

  test('never takes the answer of something else for the container’s', () => {
    const elsewhere = { url, port: 80, status: 200, server: 'nginx/1.22.1' };
    const onHost = judge({ outcome: 'unpublished', elsewhere }, { status: 200 });
    expect(onHost.verdict).toMatchObject({
      outcome: 'failed',
      message: { code: 'http.other-answers', args: { why: 'unpublished', server: 'nginx/1.22.1' } },
    });
    expect(onHost.verdict.message?.args).not.toHaveProperty('holder');
  });

  test('tells nobody that commands were typed on the host which were typed in the container', () => {
    const asked = checkOf('http', { container: 'ubuntu', port: 80 }, { status: 200 });
    const nginx = checkOf('package', 'nginx', { in: 'ubuntu' });
    const packages = (installed: Record<string, string>) =>
      found(
        { fact: 'packages', container: 'ubuntu', names: ['nginx'] },
        { manager: 'dpkg', installed, unfinished: {}, related: [], count: 90 },
      );
    const answers = (installed: Record<string, string>) =>
      judgeCheck(
        asked,
        labOf([asked, nginx]),
        lookIn([
          ...theContainer(ubuntu()),
          found(requestOf({ check: asked, lab: anyLab }), {
            outcome: 'unpublished',
            elsewhere: { url, port: 80, status: 200 },
          }),
          packages(installed),
        ]),
      ).verdict.message;
    expect(answers({ nginx: '1.22' })).toMatchObject({
      code: 'http.other-answers',
      args: { installed: true },
    });
    expect(answers({})?.args).not.toHaveProperty('installed');
  });

  test('names the container that holds the port instead', () => {
    const elsewhere = { url, port: 80, status: 200 };
    const rows = found({ fact: 'containers' }, [
      {
        Id: 'dns',
        Names: ['/dns'],
        State: 'running',
        Ports: [{ PrivatePort: 80, PublicPort: 80, Type: 'udp' }],
      },
      {
        Id: 'web',
        Names: ['/web'],
        State: 'running',
        Ports: [{ PrivatePort: 80, PublicPort: 80, Type: 'tcp' }],
      },
    ]);
    const { verdict, cause } = judge({ outcome: 'not-running', elsewhere }, {}, stopped, [rows]);
    expect(verdict.message).toMatchObject({
      code: 'http.other-answers',
      args: { holder: 'web', why: 'not-running' },
    });
    expect(cause).toBe('container/ubuntu/not-running');
  });

  test('is an error when the engine’s host cannot be reached at all', () => {
    expect(judge({ url, outcome: 'unreachable' }).verdict.outcome).toBe('error');
  });

  test('asks with the defaults that a browser on the host would have', () => {
    const of = (written: JsonObject) => requestOf({ check: checkOf('http', written), lab: anyLab });
    expect(of({ container: 'ubuntu' })).toEqual({
      fact: 'http',
      container: 'ubuntu',
      port: 80,
      scheme: 'http',
      method: 'GET',
      path: '/',
      headers: {},
      followRedirects: false,
    });
    expect(of({ container: 'ubuntu', scheme: 'https', path: 'a', 'host-port': 8443 })).toMatchObject({
      port: 443,
      hostPort: 8443,
      path: '/a',
    });
  });
});
