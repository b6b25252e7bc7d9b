import { quote as q } from './quote';

/** apt's question, in the language in which it was asked. */
export const question = (yes: string): string =>
  q(yes === 'O' ? 'Souhaitez-vous continuer ? [O/n]' : 'Do you want to continue? [Y/n]');

export function met(answer: string): string {
  if (answer === '') return 'got no answer (Ctrl-D)';
  return answer === '^C' ? 'was broken off (Ctrl-C)' : `was answered ${q(answer)}`;
}

export const answerYes = (yes: string): string => `answer ${yes}, or just press Enter`;
