import { describe, expect, test } from '@jest/globals';
import { sessionProblem, sessionProblemText } from '../../../src/cleanroom/sessions/problem';

describe('sessionProblemText', () => {
  const wrong = sessionProblem(7, 'session.wrong-prompt', {
    content: 'apt update',
    at: 'host',
    meant: 'container',
  });

  test('says where a line was typed and where it was meant to be', () => {
    expect(sessionProblemText(wrong, 'en')).toBe(
      'Line 7 was typed on the host, not in a container: apt update',
    );
    expect(sessionProblemText(wrong, 'fr')).toBe(
      'La ligne 7 a été tapée sur l’hôte, et non dans un conteneur : apt update',
    );
  });

  test('is the English sentence as the message', () => {
    expect(wrong.message).toBe(sessionProblemText(wrong, 'en'));
  });
});
