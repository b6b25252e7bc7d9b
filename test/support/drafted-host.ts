import type { ContainerInspect } from '../../src/evidence/docker';
import type { Evidence } from '../../src/evidence/evidence';
import type { HttpFact, ImageFact } from '../../src/evidence/facts';
import { aptLog, webPorts, webQuestion } from '../../src/draft/questions';
import type { Wish } from '../../src/draft/wish';
import { evidenceOf, found, ubuntu, type Found } from './evidence';

export const ubuntuId = `sha256:${'a'.repeat(64)}`;
const digest = `sha256:${'d'.repeat(64)}`;

/** The host of lab 3 as the teacher left it, with all that drafting and grading ask of it. */
export interface DraftedHost {
  readonly name?: string;
  readonly inspect?: Partial<ContainerInspect>;
  readonly image?: Partial<ImageFact['inspect']>;
  readonly commands?: readonly string[];
  readonly aptLog?: string;
  readonly http?: HttpFact;
  readonly installed?: Readonly<Record<string, string>>;
  /** Whether the registry answers. */
  readonly registry?: boolean;
}

export const answer: HttpFact = {
  url: 'http://127.0.0.1:80/',
  outcome: 'answered',
  status: 200,
  headers: { server: 'nginx/1.22.1' },
  body: 'Welcome',
  truncated: false,
  origin: { verdict: 'container', by: 'same-answer' },
};

export function draftedHost(host: DraftedHost = {}): Evidence {
  const name = host.name ?? 'ubuntu';
  const inspect = {
    ...ubuntu(),
    Image: ubuntuId,
    Created: '2026-01-05T10:00:00Z',
    Name: `/${name}`,
    ...host.inspect,
  };
  const image: ImageFact = {
    inspect: {
      Id: ubuntuId,
      RepoTags: ['ubuntu:latest'],
      RepoDigests: [`ubuntu@${digest}`],
      Config: { Env: ['PATH=/bin'] },
      ...host.image,
    },
    history: [],
  };
  const row = { Id: ubuntuId, RepoTags: image.inspect.RepoTags ?? null };
  const content = host.aptLog ?? '';
  const byEachName = [name, 'image:ubuntu:latest'].flatMap((each): Found[] => [
    found({ fact: 'container', name: each }, inspect),
    found({ fact: 'candidates', name: each }, []),
  ]);
  const byEachImage = ['ubuntu', 'ubuntu:latest', ubuntuId].flatMap((reference): Found[] => [
    found({ fact: 'image', reference }, image),
    ...(host.registry === false
      ? []
      : [
          found(
            { fact: 'registry', reference },
            { asked: true, confirmed: [digest], current: digest, servedAs: [] },
          ),
        ]),
  ]);
  return evidenceOf([
    ...byEachName,
    ...byEachImage,
    found(
      { fact: 'engine' },
      {
        flavour: 'docker',
        store: 'classic',
        id: 'e',
        name: 'host',
        version: '26.1.5',
        apiVersion: '1.45',
        os: 'linux',
        arch: 'amd64',
      },
    ),
    found({ fact: 'containers' }, [
      { Id: inspect.Id, Names: [`/${name}`], State: 'running', Image: 'ubuntu' },
    ]),
    found({ fact: 'images' }, [row]),
    found({ fact: 'events' }, { events: [], completeSince: null, readAt: 0 }),
    found(
      { fact: 'top', container: name },
      {
        titles: ['UID', 'PID', 'CMD'],
        processes: (host.commands ?? ['/bin/bash']).map((command) => ['root', '1', command]),
      },
    ),
    found(aptLog(name), { type: 'file', mode: 0o644, size: content.length, content }),
    found(
      { fact: 'packages', container: name, names: [] },
      {
        manager: 'dpkg',
        installed: host.installed ?? {},
        unfinished: {},
        related: [],
        count: 100,
      },
    ),
    ...webPorts(inspect).map((port) => found(webQuestion(name, port), host.http ?? answer)),
  ]);
}

export const wish = (changes: Partial<Wish> = {}): Wish => ({
  lang: 'en',
  containers: ['ubuntu'],
  images: ['ubuntu'],
  ...changes,
});
