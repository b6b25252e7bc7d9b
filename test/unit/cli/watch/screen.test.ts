import { expect, test } from '@jest/globals';
import { openScreen } from '../../../../src/cli/watch/screen';

function paper() {
  const written: string[] = [];
  return { screen: openScreen((text) => written.push(text)), take: () => written.splice(0) };
}

test('the screen is drawn over itself, and only if it is different', () => {
  const { screen, take } = paper();
  screen.draw(['lost']);
  screen.open();
  screen.draw(['a', 'b']);
  screen.draw(['a', 'b']);
  screen.draw(['c']);
  screen.close();
  screen.close();
  expect(take()).toEqual([
    '\u001b[?1049h\u001b[?25l',
    '\u001b[2J\u001b[H\u001b[Ka\r\n\u001b[Kb',
    '\u001b[H\u001b[Kc\r\n\u001b[K',
    '\u001b[?25h\u001b[?1049l',
  ]);
});

test('after another size everything is drawn, on a screen that was cleared', () => {
  const { screen, take } = paper();
  screen.open();
  screen.draw(['a']);
  screen.forget();
  screen.draw(['a']);
  expect(take().slice(1)).toEqual(['\u001b[2J\u001b[H\u001b[Ka', '\u001b[2J\u001b[H\u001b[Ka']);
});
