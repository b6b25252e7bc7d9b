import { expect, test } from '@jest/globals';
import { describeItem } from '../../../../src/cleanroom/sessions/play-session';
import type { Step } from '../../../../src/remedy/remedy';
import { hintSession } from '../../../../src/verify/sessions/hint-session';

const played = (steps: readonly Step[], redo: readonly Step[] = []): string[] =>
  hintSession({ way: 'do', steps, again: [], redo, beyond: [] }).items.map(describeItem);

const inside = (...type: string[]): Step => ({ at: 'inside', container: 'ubuntu', type });

test('what is typed inside is typed at the console that the line before leads into, which is then left', () => {
  const run: Step = { at: 'host', type: 'docker run -it --name ubuntu ubuntu', enters: 'ubuntu' };
  const top: Step = { at: 'host', type: 'docker top ubuntu' };
  expect(played([run], [inside('apt update'), inside('python3', 'exit()'), top])).toEqual([
    '$ docker run -it --name ubuntu ubuntu',
    '# apt update',
    '# python3',
    '> exit()',
    '<Ctrl-P><Ctrl-Q>',
    '$ docker top ubuntu',
  ]);
});

test('a console that nobody is in is entered first', () => {
  expect(played([inside('ls')])).toEqual(['$ docker attach ubuntu', '<Enter>', '# ls', '<Ctrl-P><Ctrl-Q>']);
});

test('whoever attaches sees the prompt at a key, and leaves', () => {
  expect(played([{ at: 'host', type: 'docker attach ubuntu', enters: 'ubuntu' }])).toEqual([
    '$ docker attach ubuntu',
    '<Enter>',
    '<Ctrl-P><Ctrl-Q>',
  ]);
});

test('an answer takes the place of the one before', () => {
  const [line = ''] = played([{ at: 'answer', question: 'image-id', sameAs: 'image/ubuntu.id' }]);
  expect(line).toContain("sed -i '/^image-id:/d' answers.yaml");
  expect(line).toContain("docker image inspect -f '{{.Id}}' ubuntu");
});
