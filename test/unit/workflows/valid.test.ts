import { expect, test } from '@jest/globals';
import { gitHub } from '../../support/workflow-runner/github-packages';
import { actionText, ownWorkflows, shownWorkflows } from './workflow-texts';

const { parser, actions } = gitHub;

/** What GitHub would say of a workflow. */
async function problemsOf(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
  if (value === undefined) return context.errors.getErrors().map(String);
  const { errors = [] } = await parser.convertWorkflowTemplate(context, value);
  return [...context.errors.getErrors().map(String), ...errors.map(({ Message }) => Message)];
}

test('there are workflows to check, here and in the pages', () => {
  expect(ownWorkflows.map(([name]) => name)).toEqual(
    ['ci', 'class', 'grade', 'release'].map((name) => `.github/workflows/${name}.yml`),
  );
  expect(shownWorkflows.length).toBeGreaterThan(2);
});

test.each([...ownWorkflows, ...shownWorkflows])('%s is a workflow for GitHub', async (name, content) => {
  expect(await problemsOf(name, content)).toEqual([]);
});

test('action.yml is an action for GitHub', () => {
  const file = { name: 'action.yml', content: actionText };
  const { context } = actions.parseAction(file, new parser.NoOperationTraceWriter());
  expect(context.errors.getErrors().map(String)).toEqual([]);
});

test.each([
  ['an unknown key', 'on: push\njobs:\n  a:\n    runs-on: x\n    stepz: []\n', /stepz/],
  ['no YAML', 'on: [push\n', /./],
  [
    'an unknown context',
    'on: push\njobs:\n  a:\n    runs-on: ${{ student.x }}\n    steps: [run: x]\n',
    /student/,
  ],
  ['no jobs', 'on: push\n', /jobs/],
])('%s is told', async (_, content, says) => {
  expect((await problemsOf('bad.yml', content)).join('\n')).toMatch(says);
});
