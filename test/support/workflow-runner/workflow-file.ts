import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: unknown;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'working-directory'?: string;
}

export interface Job {
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': unknown };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly if?: unknown;
}

export interface Input {
  readonly default?: unknown;
  readonly type?: string;
}

export interface Workflow {
  readonly on?: { readonly workflow_call?: { readonly inputs?: Readonly<Record<string, Input>> } };
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Action {
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

// What these files hold is checked by GitHub's own parser, in test/unit/workflows.
export const readWorkflow = (file: string): Workflow => parse(readFileSync(file, 'utf8')) as Workflow;
export const readAction = (file: string): Action => parse(readFileSync(file, 'utf8')) as Action;

/** What was given, and the defaults for the rest. */
export function withDefaults(
  inputs: Readonly<Record<string, Input>> = {},
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(inputs, name));
  if (unknown.length > 0) throw new Error(`No such input: ${unknown.join(', ')}`);
  return {
    ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''])),
    ...given,
  };
}
