import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect, ContainerSummary } from '../../../src/evidence/docker';
import type { Evidence } from '../../../src/evidence/evidence';
import type { EventsFact, HttpFact } from '../../../src/evidence/facts';
import { gradeLab } from '../../../src/grading/grade-lab';
import type { Remedy } from '../../../src/remedy/remedy';
import type { Lab } from '../../../src/spec/lab';
import type { Json } from '../../../src/text/json';
import { loadShippedLab } from '../../support/labs/load-shipped-lab';
import { checkOf, evidenceOf, found, theContainer, ubuntu } from '../../support/evidence';
import { labWith, onContainer, taskOf } from '../../support/lab-builder';
import { referenceEvidence } from '../../support/prove';

const run = 'docker run -it -p 80:80 --name ubuntu ubuntu';
const [lab02, reference] = [loadShippedLab('02-ubuntu'), referenceEvidence('02-ubuntu')];
const good = (reference.facts['container/ubuntu'] as { value: ContainerInspect }).value;

/** The host that the reference session of the lab left, with other facts in the place of some. */
const changed = (facts: Readonly<Record<string, unknown>>): Evidence => ({
  ...reference,
  facts: {
    ...reference.facts,
    ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value }])),
  },
});

const remediesIn = (evidence: Evidence, lab: Lab = lab02): Record<string, Remedy> =>
  Object.fromEntries(
    gradeLab(lab, evidence)
      .tasks.flatMap(({ checks }) => checks)
      .flatMap(({ id, remedy }) => (remedy ? [[id, remedy]] : [])),
  );

const typed = (remedy: Remedy | undefined): string[] =>
  [...(remedy?.steps ?? []), ...(remedy?.redo ?? [])].flatMap((step) => ('type' in step ? step.type : []));

const published = (host: string): Partial<ContainerInspect> => ({
  HostConfig: { ...good.HostConfig, PortBindings: { '80/tcp': [{ HostIp: '', HostPort: host }] } },
  NetworkSettings: { ...good.NetworkSettings, Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: host }] } },
});

const ended = { Running: false, Paused: false, Restarting: false, StartedAt: '2026-01-01T10:00:00Z', Pid: 0 };
const left = { ...ended, Status: 'exited', ExitCode: 0, FinishedAt: '2026-01-01T11:00:00Z' };

describe('a container that was created with other options', () => {
  test('is created again with all that the lab asks for, and what was done in it is done again', () => {
    const { 'port.1': remedy } = remediesIn(
      changed({ 'container/ubuntu': { ...good, ...published('8080') } }),
    );
    expect(remedy?.way).toBe('recreate');
    expect(remedy?.steps.map((step) => 'type' in step && step.type)).toEqual(['docker rm -f ubuntu', run]);
    expect(remedy?.again).toEqual(expect.arrayContaining(['identity.2', 'python.1', 'top.1', 'attach.1']));
    expect(typed(remedy)).toEqual(
      expect.arrayContaining([
        'apt update && apt install -y python3',
        'docker top ubuntu',
        'docker attach ubuntu',
      ]),
    );
  });

  test('is not renamed first, though its name is wrong as well', () => {
    const stray = { ...good, Name: '/mystifying_austin', ...published('8080') };
    const { 'container.1': remedy } = remediesIn(
      changed({ 'container/ubuntu': null, 'candidates/ubuntu': [stray], containers: [] }),
    );
    expect(remedy?.way).toBe('create');
    expect(typed(remedy)).toEqual([run]);
  });

  test('loses its port to the new one before that is created', () => {
    const stray: ContainerSummary = {
      Id: 'd'.repeat(64),
      Names: ['/mystifying_austin'],
      Image: 'ubuntu',
      State: 'running',
      Ports: [{ IP: '0.0.0.0', PrivatePort: 8000, PublicPort: 80, Type: 'tcp' }],
    };
    const { 'container.1': remedy } = remediesIn(
      changed({ 'container/ubuntu': null, 'candidates/ubuntu': [], containers: [stray] }),
    );
    expect(typed(remedy)).toEqual(['docker stop mystifying_austin', run]);
  });
});

describe('a container that is right but for', () => {
  test('its name is renamed, and started where it does not run', () => {
    const stray = { ...good, Name: '/mystifying_austin', State: { ...good.State, ...left } };
    const remedies = remediesIn(
      changed({ 'container/ubuntu': null, 'candidates/ubuntu': [stray], containers: [] }),
    );
    expect(typed(remedies['container.1'])).toEqual([
      'docker rename mystifying_austin ubuntu',
      'docker start ubuntu',
    ]);
  });

  test('its pause goes on', () => {
    const paused = { ...good, State: { ...good.State, Paused: true, Status: 'paused' } };
    const { 'container.2': remedy } = remediesIn(changed({ 'container/ubuntu': paused }));
    expect([remedy?.way, typed(remedy)]).toEqual(['unpause', ['docker unpause ubuntu']]);
  });

  test('having been left is started, and only what never stops asks for a new one', () => {
    const remedies = remediesIn(
      changed({ 'container/ubuntu': { ...good, State: { ...good.State, ...left } } }),
    );
    expect(typed(remedies['container.2'])).toEqual(['docker start ubuntu']);
    expect(remedies['kept.1']?.way).toBe('recreate');
  });
});

test.each(['$(reboot)', 'a\nb', "'; rm -rf /; '"])(
  'a name that no engine gives is in no command: %j',
  (Name) => {
    const remedies = remediesIn(
      changed({ 'container/ubuntu': null, 'candidates/ubuntu': [{ ...good, Name }], containers: [] }),
    );
    expect(typed(remedies['container.1'])).toEqual([run]);
  },
);

describe('nothing is told', () => {
  test('of a container that must not be there', () => {
    const lab = labWith([taskOf('gone', [onContainer('ubuntu', { exists: false })])]);
    expect(remediesIn(evidenceOf(theContainer(ubuntu())), lab)).toEqual({});
  });

  test.each<[string, Record<string, Json>]>([
    [
      'an expectation that names no one value',
      { memory: { gte: '512m' }, state: 'running', image: 'ubuntu' },
    ],
    ['an image that the lab does not name', { state: 'running' }],
  ])('for certain where docker run would have to guess: %s', (_why, keys) => {
    const lab = labWith([taskOf('run', [onContainer('ubuntu', keys)])]);
    expect(remediesIn(evidenceOf(theContainer(null)), lab)).toEqual({});
  });

  test('where all holds', () => {
    expect(remediesIn(reference)).toEqual({});
  });
});

describe('docker run as a lab asks for it', () => {
  const told = (keys: Record<string, Json>): string[] => {
    const lab = labWith([taskOf('run', [onContainer('web', { image: 'nginx:1.27', ...keys })])]);
    return typed(remediesIn(evidenceOf(theContainer(null, 'web')), lab)['run.1']);
  };

  test('stays without anybody at its terminal where nobody types', () => {
    expect(told({ state: 'running' })).toEqual(['docker run -dit --name web nginx:1.27']);
  });

  test('has an option for each setting', () => {
    expect(
      told({ env: { MODE: 'a b' }, ports: ['8080:80', '443'], 'read-only': true, privileged: false }),
    ).toEqual(["docker run -dit -e 'MODE=a b' -p 8080:80 -p 443 --read-only --name web nginx:1.27"]);
  });

  test('publishes the port at which an answer is asked for', () => {
    const checks = [
      onContainer('web', { image: 'nginx' }),
      checkOf('http', { container: 'web', port: 80 }, { status: 200 }),
    ];
    const lab = labWith([taskOf('run', checks)]);
    expect(typed(remediesIn(evidenceOf(theContainer(null, 'web')), lab)['run.1'])).toEqual([
      'docker run -dit -p 80:80 --name web nginx',
    ]);
  });
});

test('what a check asks to be done is done on a host where nothing else is amiss', () => {
  const { value } = reference.facts['events'] as { value: EventsFact };
  const events = value.events.filter(({ action }) => action !== 'top');
  const remedies = remediesIn(changed({ events: { ...value, events } }));
  expect(typed(remedies['top.1'])).toEqual(['docker top ubuntu']);
});

test('a container by its image is run, and a package is installed as its distribution does', () => {
  const lab = labWith([
    taskOf('run', [checkOf('container', { image: 'hello-world' }, { state: 'exited' })]),
    taskOf('install', [checkOf('package', 'curl', { in: 'ubuntu' })]),
  ]);
  const alpine = { manager: 'apk', installed: {}, unfinished: {}, related: [], count: 14 } as const;
  const facts = [
    ...theContainer(ubuntu()),
    found({ fact: 'container', name: 'image:hello-world' }, null),
    found({ fact: 'candidates', name: 'image:hello-world' }, []),
    found({ fact: 'packages', container: 'ubuntu', names: [] }, alpine),
  ];
  const remedies = remediesIn(evidenceOf(facts), lab);
  expect(typed(remedies['run.1'])).toEqual(['docker run hello-world']);
  expect(typed(remedies['install.1'])).toEqual(['apk add curl']);
});

test('a question of apt that waits is answered, not typed over; what still installs needs nothing', () => {
  const lab = labWith([
    taskOf('install', [
      checkOf('package', 'nginx', { in: 'ubuntu' }),
      checkOf('logs', 'ubuntu', { ran: 'x' }),
    ]),
  ]);
  const debian = { manager: 'dpkg', installed: {}, unfinished: {}, related: [], count: 90 } as const;
  const todo = (shown: string) =>
    typed(
      remediesIn(
        evidenceOf([
          ...theContainer(ubuntu()),
          found({ fact: 'packages', container: 'ubuntu', names: ['nginx'] }, debian),
          found(
            { fact: 'logs', container: 'ubuntu' },
            {
              tty: true,
              stdout: `root@b6c13eacabfa:/# apt install nginx\r\n${shown}`,
              stderr: '',
              truncated: false,
            },
          ),
        ]),
        lab,
      )['install.1'],
    );
  expect(todo('Do you want to continue? [Y/n] ')).toEqual(['Y']);
  expect(todo('Reading package lists... 40%')).toEqual([]);
  expect(todo('E: Unable to locate package nginx\r\nroot@b6c13eacabfa:/# ')).toEqual([
    'apt update && apt install -y nginx',
  ]);
});

test('attempts that were left are removed, and nothing that the lab speaks of', () => {
  const rows = ['ubuntu', 'eager_bose', 'calm_noether'].map((name, at) => ({
    Id: at === 0 ? good.Id : String(at).repeat(64),
    Names: [`/${name}`],
    Image: 'ubuntu',
    ImageID: good.Image ?? '',
    State: at === 0 ? 'running' : 'exited',
    Created: at,
  }));
  const remedies = remediesIn(changed({ containers: rows }));
  expect(Object.values(remedies).map(typed)).toEqual([['docker rm -f calm_noether eager_bose']]);
});

test('where a program of the host holds the port, nobody is told to create what could not start', () => {
  const lab = labWith([
    taskOf('run', [
      onContainer('ubuntu', { image: 'ubuntu', ports: ['80:80'] }),
      checkOf('http', { container: 'ubuntu', port: 80 }, { status: 200 }),
    ]),
  ]);
  const elsewhere = { url: 'http://127.0.0.1:80/', port: 80, status: 200 };
  const request = {
    fact: 'http',
    container: 'ubuntu',
    port: 80,
    scheme: 'http',
    method: 'GET',
    path: '/',
    headers: {},
    followRedirects: false,
  } as const;
  const remedy = (seen: Partial<HttpFact>) =>
    remediesIn(
      evidenceOf([
        ...theContainer(ubuntu({ HostConfig: {}, NetworkSettings: { Ports: {} } })),
        found(request, { outcome: 'unpublished', ...seen }),
      ]),
      lab,
    )['run.1'];
  expect(remedy({ elsewhere })).toMatchObject({ way: 'free', steps: [] });
  expect(remedy({})?.way).toBe('recreate');
});
