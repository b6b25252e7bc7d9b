import { typeset } from '../../src/messages/fr/typeset';
import type { Language } from '../../src/text/language';
import { err } from '../../src/text/result';
import type { NewThing } from '../new/run-new';
import { planNewLab } from './plan-new-lab';
import { newLabWords } from './words';

/** `npm run new:lab`, in one language. */
export function newLab(language: Language): NewThing {
  const word = newLabWords[language];
  const set = language === 'fr' ? typeset : (text: string): string => text;
  return {
    hasLanguage: true,
    help: set(word.help),
    plan: (name, { exists }) => {
      const planned = planNewLab(name, exists);
      return planned.ok ? planned : err(word.problem(planned.error).map(set));
    },
    sayProblem: (problem) => word.problem(problem).map(set),
    sayUnwritable: (path, trouble) => word.unwritable(path, trouble).map(set),
    sayDone: (name) => word.done(name).map(set),
  };
}
