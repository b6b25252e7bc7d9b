import { describe, expect, test } from '@jest/globals';
import { parseAnswers } from '../../../../src/grading/answers/parse-answers';
import { localeOf } from '../../../../src/grading/locale';
import { message } from '../../../../src/messages/message';
import { textOf } from '../../../../src/messages/render';
import type { Language } from '../../../../src/text/language';

const file = 'labs/02-ubuntu/answers.yaml';

/** What a student reads about a file that cannot be read; or the answers. */
function told(text: string, language: Language): string | Record<string, unknown> {
  const answers = parseAnswers(Buffer.from(text));
  if (answers.ok)
    return Object.fromEntries([...answers.value].map(([key, one]) => [key, one.ok && one.value]));
  const { says } = textOf(
    message('answer.unreadable', { file, key: 'image-id', problem: answers.error }),
    localeOf(language).texts,
  );
  return says.replaceAll('\u00a0', ' ');
}

const psLine =
  'e9b1c2d3a4f5   ubuntu    "/bin/bash"   2 minutes ago   Up 2 minutes   0.0.0.0:80->80/tcp   ubuntu';

describe('usual mistakes in answers.yaml', () => {
  test.each<[string, string, number, string, string]>([
    [
      'no space behind the colon',
      'image-id:3f2a',
      1,
      'il manque une espace après le deux-points ; écrivez « image-id: 3f2a »',
      'the space after the colon is missing; write "image-id: 3f2a"',
    ],
    [
      'the same behind a right line',
      '# réponses\nimage-id: 3f2a\ncontainer-id:e9b1\n',
      3,
      'écrivez « container-id: e9b1 »',
      'write "container-id: e9b1"',
    ],
    [
      'the same before a right line',
      'image-id:3f2a\ncontainer-id: e9b1\n',
      1,
      'écrivez « image-id: 3f2a »',
      'write "image-id: 3f2a"',
    ],
    [
      'a tab in front',
      'image-id: 3f2a\n\tcontainer-id: e9b1',
      2,
      'elle commence par une tabulation',
      'it begins with a tab',
    ],
    [
      'a space in front',
      'image-id: 3f2a\n  container-id: e9b1',
      2,
      'placez « container-id: e9b1 » tout au début de la ligne',
      'put "container-id: e9b1" at the very start of the line',
    ],
    [
      'a quote that is not closed',
      'image-id: "3f2a\ncontainer-id: e9b1',
      1,
      'les guillemets de « image-id: "3f2a » ne vont pas par deux',
      'the quotes in "image-id: "3f2a" do not come in pairs',
    ],
    [
      'two kinds of quotes',
      'image-id: \'3f2a"\ncontainer-id: e9b1',
      1,
      'ne vont pas par deux',
      'do not come in pairs',
    ],
    ['text behind quotes', 'image-id: "3f2a" ubuntu', 1, 'ne vont pas par deux', 'do not come in pairs'],
    [
      'a whole line in place of the answer’s own',
      `image-id: 3f2a\n${psLine}`,
      2,
      'n’a pas de clé ; la réponse s’écrit à la suite de sa clé',
      'has no key; the answer is written behind its key',
    ],
    ['a whole line below its key', `container-id:\n${psLine}`, 2, 'n’a pas de clé', 'has no key'],
    ['an answer alone', '3f2a', 1, '« 3f2a » n’a pas de clé', '"3f2a" has no key'],
    ['an equals sign', 'image-id = 3f2a', 1, 'écrivez « image-id: 3f2a »', 'write "image-id: 3f2a"'],
    [
      'a colon in the answer',
      'image-id: sha256: 3f2a',
      1,
      'la réponse contient un deux-points',
      'the answer has a colon in it',
    ],
    [
      'a reserved sign',
      'image-id: [3f2a',
      1,
      'la réponse commence par un signe réservé',
      'the answer begins with a reserved sign',
    ],
  ])('%s is named at its line', (_, text, line, fr, en) => {
    expect(told(text, 'fr')).toContain(fr);
    expect(told(text, 'fr')).toContain(`${file}, ligne ${line}`);
    expect(told(text, 'en')).toContain(en);
    expect(told(text, 'en')).toContain(`${file}, line ${line}`);
  });

  test.each(['fr', 'en'] as const)(
    'what is none of these is told without the YAML reader’s English: %s',
    (language) => {
      const says = String(told('? image-id\n: - 3f2a\n  b', language));
      expect(says).not.toMatch(/implicit|mapping|scalar|token|column|:\d+:\d+/i);
    },
  );

  test.each([
    ['a byte order mark', '\ufeffimage-id: 3f2a\n', '3f2a'],
    ['the line ends of Windows', 'image-id: 3f2a\r\n', '3f2a'],
    ['a tab behind the colon', 'image-id:\t3f2a', '3f2a'],
    ['quotes in pairs', "image-id: '3f2a'", '3f2a'],
    ['a whole line behind its key', 'image-id: 3f2a   ubuntu   "/bin/bash"', '3f2a   ubuntu   "/bin/bash"'],
  ])('%s is none', (_, text, answer) => {
    expect(told(text, 'fr')).toEqual({ 'image-id': answer });
  });
});
