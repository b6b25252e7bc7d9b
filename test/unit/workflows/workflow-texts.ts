import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blocks, isForGitHub } from '../../support/doc-blocks';

const root = resolve(__dirname, '../../..');
const folder = join(root, '.github/workflows');

/** `[where, text]` of every workflow of ours. */
export const ownWorkflows: readonly (readonly [string, string])[] = readdirSync(folder).map(
  (name) => [`.github/workflows/${name}`, readFileSync(join(folder, name), 'utf8')] as const,
);

const head =
  'on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: {}\n    steps:\n';

/** Of every workflow in a page; steps alone get a job around them. */
export const shownWorkflows: readonly (readonly [string, string])[] = blocks
  .filter(({ language, text }) => language === 'yaml' && isForGitHub(text))
  .map(({ at, text }) => [at, /^jobs:/m.test(text) ? text : `${head}${text.replace(/^(?=.)/gm, '      ')}`]);

export const actionText = readFileSync(join(root, 'action.yml'), 'utf8');
