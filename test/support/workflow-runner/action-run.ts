import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { layOutAction } from '../../../scripts/action-tree';
import { runJob, type JobResult, type Machine } from './run-job';
import { Artifacts, checkout } from './stubs';
import { readWorkflow, withDefaults } from './workflow-file';

const workflows = resolve(__dirname, '../../../.github/workflows');

/** What a release gives to runners, laid out once. */
export class Release {
  readonly folder = mkdtempSync(join(tmpdir(), 'vigie-release-'));

  async layOut(): Promise<void> {
    await layOutAction(this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Where the steps run: a clean room, for one. */
export type Host = Pick<Machine, 'env' | 'enter'>;

/** One run of a workflow: its jobs have a new machine each, and the artifacts in common. */
export class Run {
  readonly folder = mkdtempSync(join(tmpdir(), 'vigie-run-'));
  readonly repository = join(this.folder, 'repository');
  readonly artifacts = new Artifacts(join(this.folder, 'artifacts'));
  /** What was attested: `name digest`. */
  readonly attested: string[] = [];
  private readonly release: Release;
  private readonly host: Host;

  /** What the event says of the repository. */
  visibility: 'private' | 'public' | 'internal' | undefined = 'private';

  constructor(release: Release, host: Host = { env: {} }) {
    this.release = release;
    this.host = host;
    mkdirSync(this.repository);
  }

  /** Writes a file of the repository. */
  put(name: string, text: string): void {
    const file = join(this.repository, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs a job of a workflow that is called with these inputs. */
  job(
    workflow: 'grade' | 'class',
    job: string,
    given: Readonly<Record<string, unknown>>,
    contexts: Readonly<Record<string, unknown>> = {},
  ): Promise<JobResult> {
    const { on, jobs } = readWorkflow(join(workflows, `${workflow}.yml`));
    const found = jobs[job];
    if (!found) throw new Error(`${workflow}.yml has no job ${job}.`);
    const inputs = withDefaults(on?.workflow_call?.inputs, given);
    return runJob(found, this.machine(), { inputs, job: called, ...contexts });
  }

  /** All of grade.yml: what its first job came to, and how the other one went. */
  async grade(given: Readonly<Record<string, unknown>>): Promise<JobResult & { readonly attest: string }> {
    const grade = await this.job('grade', 'grade', given);
    const needs = { grade: { result: grade.status, outputs: grade.outputs } };
    const attest = await this.job('grade', 'attest', given, { needs });
    return { ...grade, attest: attest.status };
  }

  /** Runs the action as a step of somebody’s workflow. */
  action(
    given: Readonly<Record<string, unknown>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<JobResult> {
    const machine = this.machine();
    symlinkSync(this.release.folder, join(machine.workspace, '.vigie'), 'dir');
    return runJob({ steps: [{ id: 'vigie', uses: './.vigie', with: given, env }] }, machine, { inputs: {} });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private machine(): Machine {
    const folder = mkdtempSync(join(this.folder, 'machine-'));
    const workspace = join(folder, 'workspace');
    const home = join(folder, 'home');
    mkdirSync(workspace);
    mkdirSync(home);
    const { PATH = '' } = process.env;
    return {
      workspace,
      temp: join(folder, 'temp'),
      ...this.host,
      env: { PATH, HOME: home, ...this.host.env },
      github: { ...github, event: { repository: { visibility: this.visibility } } },
      stubs: {
        'actions/checkout': checkout({
          '': this.repository,
          [called.workflow_repository]: this.release.folder,
        }),
        'actions/upload-artifact': this.artifacts.upload,
        'actions/download-artifact': this.artifacts.download,
        'actions/attest-build-provenance': ({ 'subject-name': name = '', 'subject-digest': digest = '' }) => {
          if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error(`No digest: ${digest}`);
          this.attested.push(`${name} ${digest}`);
        },
      },
    };
  }
}

const called = {
  workflow_repository: 'OWNER/vigie',
  workflow_sha: '0123456789012345678901234567890123456789',
};

const github = {
  repository: 'class/lab-ada',
  actor: 'ada',
  sha: '89abcdef89abcdef89abcdef89abcdef89abcdef',
  ref: 'refs/heads/main',
  event_name: 'push',
  run_id: '1',
  run_attempt: '1',
  token: '',
};
