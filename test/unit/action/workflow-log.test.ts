import { expect, test } from '@jest/globals';
import { annotation, unheeded } from '../../../src/action/workflow-log';
import { commandsIn } from '../../support/workflow-runner/commands-in';

const hostile = 'a\n::error::b\n  ::stop-commands::x\n##[add-path]/tmp\n::x::\n::notice title=t::c';

test('the runner would obey these lines', () => {
  expect(commandsIn(hostile)).toEqual(['error b', 'notice c']);
  expect(commandsIn('  ::add-mask::20\nx ##[warning]y')).toEqual(['add-mask 20', 'warning y']);
});

test('between a token and its end it obeys none, and afterwards it obeys again', () => {
  const log = `${unheeded(hostile, '3c0c3a52')}${annotation('error', 'ours')}`;
  expect(commandsIn(log)).toEqual(['error ours']);
});

test('what follows has a line of its own', () => {
  expect(unheeded('no end', 't')).toBe('::stop-commands::t\nno end\n::t::\n');
  expect(unheeded('', 't')).toBe('::stop-commands::t\n::t::\n');
});

test('an annotation stays one line', () => {
  expect(annotation('warning', 'a\n::error::b 100 %').split('\n')).toHaveLength(2);
});
