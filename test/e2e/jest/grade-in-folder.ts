import { spawn } from 'node:child_process';
import { build } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPackage } from '../../../scripts/build';
import type { Evidence } from '../../../src/evidence/evidence';
import type { GraderOutcomes } from '../../../src/jest/run-graders';
import type { Check, Lab } from '../../../src/spec/lab';

const root = resolve(__dirname, '../../..');
const at = { line: 1, column: 1 };

/** A package folder of its own: built files, graders, and the repository's node_modules. */
export class GradeFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'vigie-e2e-jest-'));

  async build(): Promise<void> {
    const exported = { './jest': './dist/jest/index.js' };
    writeFileSync(join(this.path, 'package.json'), JSON.stringify({ name: 'vigie', exports: exported }));
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'), 'dir');
    cpSync(join(root, 'graders'), join(this.path, 'graders'), { recursive: true });
    cpSync(join(__dirname, 'fixture'), join(this.path, 'fixture'), { recursive: true });
    writeFileSync(join(this.path, 'fixture/graders/broken.grader.ts'), "import './nowhere';\n");
    mkdirSync(join(this.path, 'home'));
    await buildPackage(join(this.path, 'dist'), /^jest\//);
    await build({
      entryPoints: [join(__dirname, 'fixture/grade.ts')],
      outfile: join(this.path, 'dist/grade.js'),
      bundle: true,
      platform: 'node',
      packages: 'external',
    });
  }

  /** Starts the fixture as a process of its own; `titles` are what the lab's `jest` checks name. */
  grade(titles: readonly string[], more: GradeInput = {}): Promise<Graded> {
    const input = {
      lab: labWith(titles, more.outcomes ?? ['passed']),
      evidence,
      graders: [join(this.path, 'fixture', more.graders ?? 'graders')],
      labsGrader: join(this.path, 'graders/labs.grader.ts'),
      modules: join(this.path, 'dist/jest'),
      testNamePattern: more.testNamePattern,
      broken: more.broken,
    };
    return new Promise((done, fail) => {
      const env = { ...process.env, XDG_CACHE_HOME: join(this.path, 'home') };
      const child = spawn(process.execPath, [join(this.path, 'dist/grade.js')], { cwd: this.path, env });
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.on('error', fail);
      child.on('close', (code) => {
        done({ code, stdout, stderr });
      });
      child.stdin.end(JSON.stringify(input));
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface GradeInput {
  readonly graders?: string;
  /** Of checks that need no hand-written grader. */
  readonly outcomes?: readonly string[];
  readonly testNamePattern?: string;
  /** Why there is no evidence. */
  readonly broken?: string;
}
export interface Graded {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const outcomesOf = ({ stdout }: Graded): GraderOutcomes => JSON.parse(stdout) as GraderOutcomes;

/** What came of one hand-written test. */
export function factOf(graded: Graded, title: string): unknown {
  const fact = outcomesOf(graded).evidence.facts[`jest/${title}`];
  return fact && 'value' in fact ? fact.value : undefined;
}

function labWith(titles: readonly string[], outcomes: readonly string[]): Lab {
  const rest = { weight: 1, partial: false, hidden: false, at, positions: {} };
  const checks: Check[] = [
    ...outcomes.map((outcome, n) => ({
      ...rest,
      id: `c.${n}`,
      kind: 'container',
      subject: 'x',
      keys: { outcome },
    })),
    ...titles.map((title, n) => ({ ...rest, id: `j.${n}`, kind: 'jest', subject: title, keys: {} })),
  ];
  return {
    id: '01',
    lang: 'en',
    title: 'Lab',
    scale: 20,
    pass: 10,
    reveal: 'hint',
    digests: {},
    images: [],
    network: [],
    hash: 'sha256:0',
    file: 'lab.yaml',
    tasks: [{ id: 't', title: 'Task', needs: [], points: 20, bonus: false, at, checks }],
  };
}

const evidence: Evidence = {
  vigie: 'evidence',
  version: 1,
  grader: '0.0.0',
  takenAt: '2025-01-01T00:00:00.000Z',
  tookMs: 1,
  labs: [],
  endpoint: 'unix:///engine.sock',
  facts: {
    'container/ubuntu': {
      value: {
        Id: 'a1',
        Name: '/ubuntu',
        State: { Status: 'running', Running: true },
        Config: { Image: 'ubuntu' },
        HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '80' }] } },
        NetworkSettings: { Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '80' }] } },
      },
    },
    'logs/ubuntu': {
      value: { stdout: 'hello \u001b[1mworld\r\n', stderr: '', tty: true, truncated: false },
    },
    events: {
      value: {
        events: [event('top', true), event('attach', false)],
        completeSince: 0,
        readAt: 2,
      },
    },
  },
};

function event(action: string, own: boolean): object {
  return { type: 'container', action, id: 'a1', attributes: {}, time: 1, timeNano: '1000000000', own };
}
