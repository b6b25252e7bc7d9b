import type { Look } from '../../src/checks/kind';
import type { ContainerInspect } from '../../src/evidence/docker';
import { look, type Evidence, type Fact } from '../../src/evidence/evidence';
import { factKey, type Request } from '../../src/evidence/request';
import type { FactValue } from '../../src/evidence/facts';
import { judgeCheck, type JudgedCheck } from '../../src/judge/judge-check';
import type { Check, Lab } from '../../src/spec/lab';
import type { Json } from '../../src/text/json';

/** One fact of a hand-built evidence: what was asked, and what was found. */
export type Found = readonly [string, Fact];

export const found = <R extends Request>(request: R, value: FactValue<R['fact']>): Found => [
  factKey(request),
  { value },
];

export function evidenceOf(facts: readonly Found[]): Evidence {
  return {
    vigie: 'evidence',
    version: 1,
    grader: 'test',
    takenAt: '2026-01-01T00:00:00.000Z',
    tookMs: 0,
    labs: [],
    endpoint: 'unix:///var/run/docker.sock',
    facts: Object.fromEntries(facts),
  };
}

export const lookIn =
  (facts: readonly Found[]): Look =>
  (request) =>
    look(evidenceOf(facts), request);

/** A check as validation hands it on. */
export function checkOf(kind: string, subject: Json, keys: Readonly<Record<string, Json>> = {}): Check {
  const at = { line: 1, column: 1 };
  return {
    id: 'task.1',
    kind,
    subject,
    keys,
    weight: 1,
    partial: false,
    hidden: false,
    at,
    positions: {},
  };
}

export const anyLab: Lab = {
  id: 'lab',
  lang: 'en',
  title: 'A lab',
  scale: 20,
  pass: 10,
  reveal: 'command',
  digests: {},
  images: [],
  network: [],
  tasks: [],
  hash: 'sha256:0',
  file: 'labs/lab/lab.yaml',
};

export const judged = (check: Check, facts: readonly Found[]): JudgedCheck =>
  judgeCheck(check, anyLab, lookIn(facts));

/** The container `ubuntu` that the course asks for, running, on 80:80; `changes` replace whole parts. */
export function ubuntu(changes: Partial<ContainerInspect> = {}): ContainerInspect {
  return {
    Id: 'b6c13eacabfa59ea067a27fc992482140f9a85badc7d442236884267ecf87e85',
    Name: '/ubuntu',
    Path: '/bin/bash',
    State: { Status: 'running', Running: true, Paused: false, Restarting: false },
    Config: { Tty: true, OpenStdin: true, Image: 'ubuntu' },
    HostConfig: {
      NetworkMode: 'default',
      PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '80' }] },
    },
    NetworkSettings: {
      Ports: {
        '80/tcp': [
          { HostIp: '0.0.0.0', HostPort: '80' },
          { HostIp: '::', HostPort: '80' },
        ],
      },
      Networks: { bridge: { IPAddress: '172.17.0.2' } },
    },
    ...changes,
  };
}

/** The facts about the container that every kind looks at first. */
export const theContainer = (inspect: ContainerInspect | null, name = 'ubuntu'): readonly Found[] => [
  found({ fact: 'container', name }, inspect),
  found({ fact: 'containers' }, inspect ? [{ Id: inspect.Id, Names: [`/${name}`], State: 'running' }] : []),
  found({ fact: 'candidates', name }, []),
  found({ fact: 'images' }, []),
  found({ fact: 'events' }, { events: [], completeSince: null, readAt: 0 }),
];
