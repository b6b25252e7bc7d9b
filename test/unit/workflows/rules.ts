import { parse } from 'yaml';
import type { Job, Step } from '../../support/workflow-runner/workflow-file';

/** A major tag of somebody else’s action, where its commit could not be looked up, and why it is shown all the same. */
const majorTags: Readonly<Record<string, string>> = {
  'classroom-resources/autograding-grading-reporter@v1':
    'Retired with GitHub Classroom; shown in a page for those who still have it, and all who have it use this tag.',
};

/** What a commit’s hash and its version look like in a line `uses: …`. */
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What is wrong with where code comes from. Ours is used as the caller has it. */
export function unpinned(text: string): readonly string[] {
  const used = [...text.matchAll(/^\s*(?:- )?uses: *(.+?) *$/gm)].map(([, value = '']) => value);
  return used.filter((value) => !pinned.test(value) && !isOurs(value) && majorTags[value] === undefined);
}

const isOurs = (value: string): boolean => /^\.\/|^OWNER\/vigie(\/|@)/.test(value);

/** Expressions that are written into a script, where their values would be run. */
export function injected(text: string): readonly string[] {
  return stepsOf(text).flatMap(({ run = '' }) => run.match(/\$\{\{.*?\}\}/gs) ?? []);
}

/** Jobs that do not say what they may do, and what is wrong at the top. */
export function withoutPermissions(text: string): readonly string[] {
  const { jobs = {} } = parse(text) as { readonly jobs?: Readonly<Record<string, Job>> };
  return Object.entries(jobs)
    .filter(([, { permissions }]) => typeof permissions !== 'object')
    .map(([name]) => name);
}

/** What is run in jobs that may ask for a token for signing; a download and the signing itself are not ours and run nothing of what they get. */
export function besideSigning(text: string): readonly string[] {
  const { jobs = {} } = parse(text) as { readonly jobs?: Readonly<Record<string, Job>> };
  return Object.values(jobs)
    .filter(({ permissions }) => typeof permissions !== 'object' || permissions['id-token'] !== undefined)
    .flatMap(({ steps = [] }) => steps.map(({ uses, run }) => run ?? uses ?? ''))
    .filter((what) => !/^actions\/(attest-build-provenance|download-artifact)@/.test(what));
}

/** Steps of all jobs, or of a composite action. */
export function stepsOf(text: string): readonly Step[] {
  const { jobs = {}, runs } = parse(text) as {
    readonly jobs?: Readonly<Record<string, Job>>;
    readonly runs?: { readonly steps: readonly Step[] };
  };
  return [...Object.values(jobs).flatMap(({ steps = [] }) => steps), ...(runs?.steps ?? [])];
}
