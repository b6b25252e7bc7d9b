import { quote as q } from './quote';

/** La question d’apt, dans la langue où il l’a posée. */
export const question = (yes: string): string =>
  q(yes === 'O' ? 'Souhaitez-vous continuer ? [O/n]' : 'Do you want to continue? [Y/n]');

export function met(answer: string): string {
  if (answer === '') return 'n’a pas reçu de réponse (Ctrl-D)';
  return answer === '^C' ? 'a été interrompu (Ctrl-C)' : `a reçu la réponse ${q(answer)}`;
}

export const answerYes = (yes: string): string => `répondez ${yes}, ou appuyez simplement sur Entrée`;
