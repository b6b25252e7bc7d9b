import { describe, expect, test } from '@jest/globals';
import type { ContainerInspect, ContainerSummary, ImageSummary } from '../../../../../src/evidence/docker';
import type { RecordedEvent } from '../../../../../src/evidence/facts';
import { judgeCheck } from '../../../../../src/judge/judge-check';
import { anyLab, checkOf, found, lookIn } from '../../../../support/evidence';

interface Host {
  readonly rows?: readonly Partial<ContainerSummary>[];
  readonly candidates?: readonly ContainerInspect[];
  readonly images?: readonly string[];
  /** `action id name [second]`, in order. */
  readonly events?: readonly string[];
  readonly own?: boolean;
}

const image = (tag: string): ImageSummary => ({ Id: `sha256:${tag}`, RepoTags: [tag] });

function judge(host: Host, keys = { image: 'ubuntu:latest' } as Record<string, string>, name = 'ubuntu') {
  const check = checkOf('container', name, keys);
  const at = check.at;
  const lab = {
    ...anyLab,
    tasks: [{ id: 't', title: 'T', needs: [], points: 20, bonus: false, checks: [check], at }],
  };
  const rows = (host.rows ?? []).map((row, n): ContainerSummary => ({
    Id: `${n}`.repeat(64),
    Created: n,
    ...row,
  }));
  const events = (host.events ?? []).map((line, n): RecordedEvent => {
    const [action = '', id = '', called = '', second = String(n)] = line.split(' ');
    const attributes = action === 'rename' ? { name: called, oldName: '/ubuntu' } : { name: called };
    return {
      type: 'container',
      action,
      id,
      attributes,
      time: Number(second),
      timeNano: second,
      own: host.own ?? false,
    };
  });
  const facts = [
    found({ fact: 'container', name }, null),
    found({ fact: 'containers' }, rows),
    found({ fact: 'candidates', name }, host.candidates ?? []),
    found({ fact: 'images' }, (host.images ?? []).map(image)),
    found({ fact: 'events' }, { events, completeSince: 0, readAt: 100 }),
  ];
  return judgeCheck(check, lab, lookIn(facts));
}

const named = (name: string, more: Partial<ContainerSummary> = {}) => ({
  Names: [`/${name}`],
  Image: 'ubuntu',
  ...more,
});

describe('a container that is not there', () => {
  test.each<[string, object, Host]>([
    ['container.name-case', { found: 'Ubuntu' }, { rows: [named('Ubuntu')] }],
    ['container.name-similar', { found: 'ubunut' }, { rows: [named('ubunut', { Image: 'debian' })] }],
    ['container.name-similar', { found: 'ubuntu2' }, { rows: [named('ubuntu2')] }],
    [
      'container.compose-name',
      { found: 'lab-ubuntu-1' },
      { rows: [named('lab-ubuntu-1', { Labels: { 'com.docker.compose.service': 'ubuntu' } })] },
    ],
    [
      'container.random-name',
      { found: 'mystifying_austin', image: 'ubuntu:latest' },
      { rows: [named('mystifying_austin')] },
    ],
    [
      'container.random-name',
      { image: 'ubuntu:latest' },
      { rows: [named('quirky_hopper1', { Image: 'docker.io/library/ubuntu:latest' })] },
    ],
    ['container.other-name', { found: 'tp1' }, { rows: [named('tp1')] }],
    [
      'container.unnamed-attempts',
      { found: 'happy_b', count: 2 },
      {
        rows: [
          named('happy_a', { State: 'exited' }),
          named('happy_b', { State: 'running' }),
          named('other', { Image: 'nginx' }),
        ],
      },
    ],
    [
      'container.hostname-not-name',
      { found: 'quirky_b' },
      {
        rows: [named('quirky_b')],
        candidates: [{ Id: '0', Name: '/quirky_b', Config: { Hostname: 'ubuntu' } }],
      },
    ],
    [
      'container.renamed-away',
      { found: 'tp' },
      { rows: [named('tp', { Id: 'a' })], events: ['rename a tp'] },
    ],
    [
      'container.removed',
      {},
      { events: ['start a ubuntu 1', 'kill a ubuntu 2', 'die a ubuntu 2', 'destroy a ubuntu 2'] },
    ],
    ['container.removed', {}, { events: ['start a ubuntu 1', 'die a ubuntu 2', 'destroy a ubuntu 60'] }],
    [
      'container.removed-by-itself',
      {},
      { events: ['start a ubuntu 1', 'die a ubuntu 9', 'destroy a ubuntu 9'] },
    ],
    [
      'container.pruned',
      {},
      { events: ['die a ubuntu 59', 'destroy a ubuntu 60', 'destroy b x 60', 'prune - -'] },
    ],
    ['container.image-never-run', { image: 'ubuntu:latest' }, { images: ['ubuntu:latest'] }],
    ['container.image-not-there', { image: 'ubuntu:latest', similar: 'ubunt' }, { images: ['ubunt:latest'] }],
    ['container.image-not-there', { image: 'ubuntu:latest' }, { images: ['hello-world:latest'] }],
    [
      'container.only-others',
      { others: ['web'] },
      { rows: [named('web', { Image: 'nginx' })], images: ['nginx:latest'] },
    ],
    ['container.engine-empty', {}, {}],
  ])('%s %j', (code, args, host) => {
    const { verdict, cause } = judge(host);
    expect(verdict).toMatchObject({
      outcome: 'failed',
      message: { code, args: { name: 'ubuntu', ...args } },
    });
    expect(cause).toBe('container/ubuntu');
  });

  test('the image of the same name counts when the lab names none', () => {
    expect(
      judge({ images: ['hello-world:latest'] }, { state: 'exited' }, 'hello-world').verdict.message,
    ).toEqual({
      code: 'container.image-never-run',
      args: { name: 'hello-world', image: 'hello-world' },
    });
  });

  test('is right where none is wanted', () => {
    expect(judge({ rows: [named('Ubuntu')] }, { exists: false } as never).verdict.outcome).toBe('passed');
  });

  test('without events and images the names alone are told', () => {
    const check = checkOf('container', 'ubuntu', {});
    const facts = [found({ fact: 'container', name: 'ubuntu' }, null)];
    expect(judgeCheck(check, anyLab, lookIn(facts)).verdict.message?.code).toBe('container.absent');
    const rows = found({ fact: 'containers' }, [{ Id: '1', ...named('Ubuntu') }]);
    expect(judgeCheck(check, anyLab, lookIn([...facts, rows])).verdict.message?.code).toBe(
      'container.name-case',
    );
  });

  test('a removal by Vigie itself is no removal by the student', () => {
    expect(
      judge({ events: ['die a ubuntu 1', 'destroy a ubuntu 60'], own: true }).verdict.message?.code,
    ).toBe('container.engine-empty');
  });
});
