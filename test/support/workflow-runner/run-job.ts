import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn, holds, type Contexts, type Status } from './evaluate';
import { readOutputs } from './read-outputs';
import { runScript } from './run-script';
import { readAction, withDefaults, type Job, type Step } from './workflow-file';

/** Stands in for an action of somebody else; gets its `with`, filled in. */
export type Stub = (input: Readonly<Record<string, string>>, machine: Machine) => void;

/** A runner that does what we use of GitHub’s, with its documented variables. */
export interface Machine {
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Beside what the runner sets itself. */
  readonly env: Readonly<Record<string, string>>;
  /** By name without version: `actions/checkout`. */
  readonly stubs: Readonly<Record<string, Stub>>;
  readonly github: Readonly<Record<string, unknown>>;
  /** Where its commands run, if not on this host. */
  readonly enter?: (argv: readonly string[]) => readonly string[];
}

interface StepResult {
  readonly outcome: Status | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

export interface JobResult {
  readonly status: Status | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  /** All that the steps printed. */
  readonly log: string;
  readonly summary: string;
  /** Steps that ran, by id, name, action or first line. */
  readonly ran: readonly string[];
}

interface State {
  status: Status;
  log: string;
  summary: string;
  env: Readonly<Record<string, string>>;
  readonly ran: string[];
}

/** Runs the steps of a job in order. `contexts`: `inputs`, `matrix`, … */
export async function runJob(job: Job, machine: Machine, contexts: Contexts): Promise<JobResult> {
  const state: State = { status: 'success', log: '', summary: '', env: {}, ran: [] };
  const all = { github: machine.github, job: {}, matrix: {}, strategy: {}, needs: {}, ...contexts };
  if (!holds(job.if, all, statusOf(all.needs))) return skipped;
  const steps = await runSteps(job.steps ?? [], machine, all, state);
  const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [
    name,
    fillIn(text, { ...all, steps, env: {} }),
  ]);
  const { status, log, summary, ran } = state;
  return { status, log, summary, ran, outputs: Object.fromEntries(outputs) as Record<string, string> };
}

const skipped: JobResult = { status: 'skipped', outputs: {}, log: '', summary: '', ran: [] };

/** How the jobs have gone that this one waits for. */
const statusOf = (needs: unknown): Status =>
  Object.values(needs as Readonly<Record<string, { readonly result: unknown }>>).every(
    ({ result }) => result === 'success',
  )
    ? 'success'
    : 'failure';

async function runSteps(
  steps: readonly Step[],
  machine: Machine,
  contexts: Contexts,
  state: State,
  actionPath?: string,
): Promise<Readonly<Record<string, StepResult>>> {
  const results: Record<string, StepResult> = {};
  for (const step of steps) {
    const before = { ...contexts, steps: results, env: state.env };
    const runs = holds(step.if, before, state.status);
    const result = runs
      ? await runStep(step, machine, before, state, actionPath)
      : ({ outcome: 'skipped', outputs: {} } as const);
    if (result.outcome === 'failure') state.status = 'failure';
    if (step.id !== undefined) results[step.id] = result;
  }
  return results;
}

async function runStep(
  step: Step,
  machine: Machine,
  contexts: Contexts,
  state: State,
  actionPath: string | undefined,
): Promise<StepResult> {
  const filled = (values: Step['env'] = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, fillIn(String(value), contexts, state.status)]),
    );
  const env = filled(step.env);
  state.ran.push(step.id ?? step.name ?? step.uses?.replace(/@.*/, '') ?? step.run?.split('\n')[0] ?? '');
  if (step.uses?.startsWith('./'))
    return runComposite(join(machine.workspace, step.uses), filled(step.with), machine, contexts, {
      state,
      env,
    });
  if (step.uses !== undefined) {
    const stub = machine.stubs[step.uses.replace(/@.*/, '')];
    if (!stub) throw new Error(`Nothing stands in for ${step.uses}.`);
    stub(filled(step.with), machine);
    return { outcome: 'success', outputs: {} };
  }
  const files = commandFiles(machine.temp);
  const github = Object.fromEntries(
    Object.entries(machine.github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)]),
  );
  const { code, text } = await runScript(
    step.run ?? '',
    join(machine.workspace, step['working-directory'] ?? ''),
    {
      ...machine.env,
      ...github,
      ...state.env,
      ...env,
      ...files,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: machine.workspace,
      RUNNER_TEMP: machine.temp,
      RUNNER_OS: 'Linux',
      ...(actionPath !== undefined && { GITHUB_ACTION_PATH: actionPath }),
    },
    machine.enter,
  );
  state.log += text;
  state.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
  state.env = { ...state.env, ...readOutputs(readFileSync(files.GITHUB_ENV, 'utf8')) };
  const outputs = readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8'));
  return { outcome: code === 0 ? 'success' : 'failure', outputs };
}

/** Its outputs are set even when one of its steps failed, as in actions/runner, CompositeActionHandler.cs. */
async function runComposite(
  folder: string,
  given: Readonly<Record<string, string>>,
  machine: Machine,
  contexts: Contexts,
  { state, env }: { readonly state: State; readonly env: Readonly<Record<string, string>> },
): Promise<StepResult> {
  const action = readAction(join(folder, 'action.yml'));
  const own = { ...contexts, inputs: withDefaults(action.inputs, given) };
  const inner: State = { ...state, env: { ...state.env, ...env }, status: 'success', log: '', summary: '' };
  const steps = await runSteps(action.runs.steps, machine, own, inner, folder);
  state.log += inner.log;
  state.summary += inner.summary;
  const outputs = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [
    name,
    fillIn(value, { ...own, steps, env: {} }),
  ]);
  return { outcome: inner.status, outputs: Object.fromEntries(outputs) as Record<string, string> };
}

/** The files by which a step tells the runner things; new ones for each step. */
function commandFiles(temp: string) {
  mkdirSync(temp, { recursive: true });
  const folder = mkdtempSync(join(temp, 'step-'));
  const file = (name: string): string => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };
  return {
    GITHUB_OUTPUT: file('output'),
    GITHUB_ENV: file('env'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_PATH: file('path'),
  };
}
