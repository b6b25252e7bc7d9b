import { describe, expect, test } from '@jest/globals';
import { escapeInvisible } from '../../../src/text/escape-json';
import { withoutCommands, workflowCommand } from '../../../src/text/escape-workflow-command';
import { escapeTerminal } from '../../../src/text/terminal';

test('a command is one line, whatever is in its values', () => {
  expect(
    workflowCommand({
      command: 'error',
      properties: { file: 'a,b:c%\n', line: 3 },
      text: '100%\r\n::error::b\nc, d: e',
    }),
  ).toBe('::error file=a%2Cb%3Ac%25%0A,line=3::100%25%0A::error::b%0Ac, d: e\n');
});

test('what is escaped already is not taken for a line', () => {
  expect(workflowCommand({ command: 'notice', properties: {}, text: '%0A' })).toBe('::notice ::%250A\n');
});

describe('a text for people', () => {
  test('has no line that begins like a command, after blanks either', () => {
    expect(withoutCommands('::error::a\n  ::set-output name=b::c\na ::b\n:c')).toBe(
      '∶:error::a\n  ∶:set-output name=b::c\na ::b\n:c',
    );
  });

  test('has no command of the older form anywhere in a line', () => {
    expect(escapeTerminal('a ##[error]b')).toBe('a #\\x23[error]b');
    expect(escapeTerminal('## [a]')).toBe('## [a]');
    expect(JSON.parse(escapeInvisible('"##[error]"'))).toBe('##[error]');
    expect(escapeInvisible('"###[error]"')).not.toContain('##[');
  });
});
