import { textOfTrouble } from '../text/file-trouble';
import type { Language } from '../text/language';

/** Why a process of ours ended before its end. */
export type Break =
  | 'no-folder'
  /** It waited for something that will never come. */
  | 'nothing-left'
  /** What the system refused, as `EMFILE`. */
  | { readonly trouble: string }
  | { readonly bug: string };

/** One sentence; what is in it of others is not escaped. */
export function textOfBreak(why: Break, language: Language): string {
  const say = words[language];
  if (typeof why === 'string') return say[why];
  return 'trouble' in why ? say.trouble(textOfTrouble(why.trouble, language)) : say.bug(why.bug);
}

interface Words {
  readonly 'no-folder': string;
  readonly 'nothing-left': string;
  readonly trouble: (why: string) => string;
  readonly bug: (message: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    'no-folder':
      'Le dossier où vous êtes n’existe plus : allez dans un autre (cd) et relancez la commande. Cela ne dit rien de votre travail.',
    'nothing-left':
      'Vigie s’est arrêté avant la fin, sans rien à attendre : c’est une erreur de Vigie, signalez-la. Cela ne dit rien de votre travail.',
    trouble: (why) => `Vigie s’est arrêté avant la fin : ${why}. Cela ne dit rien de votre travail.`,
    bug: (message) =>
      `Vigie s’est arrêté sur une erreur qui est la sienne (${message}) : signalez-la, avec ce que la même commande affiche quand VIGIE_STACK=1. Cela ne dit rien de votre travail.`,
  },
  en: {
    'no-folder':
      'The folder that you are in is gone: go to another one (cd) and run the command again. This says nothing about your work.',
    'nothing-left':
      'Vigie stopped before its end, with nothing left to wait for: this is a bug in Vigie, report it. This says nothing about your work.',
    trouble: (why) => `Vigie stopped before its end: ${why}. This says nothing about your work.`,
    bug: (message) =>
      `Vigie stopped at a bug of its own (${message}): report it, with what the same command says when VIGIE_STACK=1. This says nothing about your work.`,
  },
};
