import type { Lab } from '../../src/spec/lab';
import { checkOf, found, theContainer, ubuntu, type Found } from './evidence';
import { labWith, onContainer, taskOf } from './lab-builder';

/** Checks that look wherever a student's text can stand, none of which passes on `hostOf(text)`. */
export const nosyLab: Lab = labWith(
  [
    taskOf('container', [
      onContainer('web'),
      onContainer('ubuntu', { image: 'nginx' }),
      onContainer('ubuntu', { name: 'x' }),
      onContainer('ubuntu', {
        hostname: 'x',
        command: ['x'],
        labels: { team: 'x' },
        env: { A: 'x' },
        networks: ['x'],
      }),
    ]),
    taskOf('image', [
      checkOf('image', 'nginx', { tags: ['x'] }),
      checkOf('image', 'ubuntu', { tags: ['x'], labels: { a: 'x' } }),
    ]),
    taskOf('inside', [
      checkOf('process', 'nginx', { in: 'ubuntu', user: ['x'] }),
      checkOf('exec', ['x'], { in: 'ubuntu', stdout: 'x', stderr: 'y' }),
      checkOf('logs', 'ubuntu', { stdout: 'x' }),
      checkOf('file', '/x', { in: 'ubuntu', content: 'x', target: 'y' }),
      checkOf('package', 'nginx', { in: 'ubuntu', version: '1' }),
    ]),
    taskOf('answers', [
      checkOf(
        'http',
        { container: 'ubuntu', port: 80 },
        { status: 201, headers: { server: 'x' }, body: 'x' },
      ),
      checkOf('answer', 'id', { equals: 'x' }),
      checkOf('jest', 'a test'),
      checkOf('event', { type: 'container', action: 'top', container: 'ubuntu' }, { times: 1 }),
      onContainer('lost'),
      checkOf('engine', 'docker', { name: 'x', version: '1' }),
    ]),
  ],
  { reveal: 'command' },
);

/** A host on which every text that a student controls is `text`. */
export function hostOf(text: string): readonly Found[] {
  const own = {
    ...ubuntu({ Path: text, Args: [text], State: { Status: 'running', Running: true, Error: text } }),
    Name: `/${text}`,
    Config: {
      Tty: false,
      Hostname: text,
      Image: text,
      Cmd: [text],
      Labels: { team: text },
      Env: [`A=${text}`],
    },
    NetworkSettings: { Networks: { [text]: { IPAddress: '10.0.0.2' } } },
  };
  const row = {
    Id: own.Id,
    Names: [`/${text}`, '/ubuntu'],
    Image: text,
    State: 'exited',
    Status: text,
    Created: 1,
  };
  const event = {
    type: 'container',
    action: text,
    id: own.Id,
    attributes: { name: text, image: text },
    time: 1,
    timeNano: '1',
    own: false,
  };
  const image = {
    Id: `sha256:${'a'.repeat(64)}`,
    RepoTags: [text, 'x/nginx:latest'],
    RepoDigests: [text],
    Config: { Labels: { a: text } },
  };
  return [
    ...theContainer(null, 'web'),
    ...theContainer(own),
    found({ fact: 'containers' }, [row]),
    found({ fact: 'candidates', name: 'web' }, [own]),
    found({ fact: 'images' }, [{ Id: image.Id, RepoTags: image.RepoTags, RepoDigests: image.RepoDigests }]),
    found({ fact: 'image', reference: 'nginx' }, null),
    found({ fact: 'image', reference: 'nginx:latest' }, null),
    found(
      { fact: 'image', reference: 'ubuntu' },
      { inspect: image, history: [{ createdBy: text, comment: text, tags: [text] }] },
    ),
    found({ fact: 'image', reference: 'ubuntu:latest' }, { inspect: image, history: [] }),
    found({ fact: 'events' }, { events: [event], completeSince: 0, readAt: 2 }),
    found(
      { fact: 'top', container: 'ubuntu' },
      { titles: ['UID', 'PID', 'CMD'], processes: [[text, '1', `nginx ${text}`]] },
    ),
    found(
      { fact: 'exec', container: 'ubuntu', command: ['x'], deadlineMs: 1 },
      { exitCode: 1, stdout: text, stderr: text, truncated: false },
    ),
    found(
      { fact: 'logs', container: 'ubuntu' },
      { tty: false, stdout: text, stderr: text, truncated: false },
    ),
    found(
      { fact: 'file', container: 'ubuntu', path: '/x' },
      { type: 'file', mode: 0o644, size: 1, content: text, target: text },
    ),
    found(
      { fact: 'packages', container: 'ubuntu', names: [] },
      { manager: 'dpkg', installed: { nginx: text }, unfinished: {}, related: [text], count: 1 },
    ),
    [
      'http/http/ubuntu:80/',
      {
        value: {
          url: `http://${text}/`,
          outcome: 'answered',
          status: 200,
          headers: { server: text, location: text },
          body: text,
        },
      },
    ],
    found({ fact: 'answer', lab: 'lab', question: 'id' }, { file: 'answers.yaml', text }),
    found({ fact: 'jest', title: 'a test' }, { outcome: 'failed', message: text }),
    [
      'container/lost',
      { fault: { code: 'engine.unknown-context', args: { context: text, origin: 'config', known: [text] } } },
    ],
    found(
      { fact: 'engine' },
      {
        flavour: 'podman',
        store: 'podman',
        id: text,
        name: text,
        version: text,
        apiVersion: text,
        os: text,
        arch: text,
      },
    ),
  ];
}
