import type { Writable } from 'node:stream';
import { exitCodes } from '../grading/exit-code';
import type { Language } from '../text/language';
import { textOfTrouble, troubleOf } from '../text/file-trouble';
import { onEndSignals } from './end-signals';
import { endUnknown } from '../grading/end-unknown';
import { sayNow } from './say-now';

const words: Readonly<
  Record<
    Language,
    {
      readonly interrupted: string;
      readonly demo: string;
      readonly stopped: string;
      readonly gaveUp: string;
      readonly unwritten: string;
    }
  >
> = {
  fr: {
    unwritten: 'Impossible d’écrire la sortie :',
    interrupted: 'Correction interrompue : rien n’a été noté.',
    stopped: 'Interrompu.',
    demo: 'Démonstration interrompue : le moteur jetable est supprimé.',
    gaveUp:
      'Un test écrit pour ce cours ne rend jamais la main : la correction est abandonnée. Ce n’est pas votre faute, signalez-le à votre enseignant.',
  },
  en: {
    unwritten: 'The output cannot be written:',
    interrupted: 'Grading was interrupted: nothing was marked.',
    stopped: 'Interrupted.',
    demo: 'The demonstration was interrupted: the disposable engine is removed.',
    gaveUp:
      'A test written for this course never gives control back: grading was given up. This is not your fault, tell your teacher.',
  },
};

/** Ends the process with what it came to, when all that was printed has left it, whatever is still waiting: a timer that a grader forgot keeps nothing alive. */
export async function endProcess(code: number): Promise<never> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
  process.off('exit', endUnknown);
  process.exit(code);
}

function flushed(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed) resolve();
    else
      stream.write('', () => {
        resolve();
      });
  });
}

/** Whoever reads us may stop at any time (`| head -1`): what is left to print is then nobody's, and no trouble. */
export function ignoreClosedPipes(language: Language): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      sayNow(`${words[language].unwritten} ${textOfTrouble(troubleOf(error), language)}\n`);
      process.exit(exitCodes.incomplete);
    });
}

/** Ctrl-C, a closed terminal or whoever ends programs: the command ends at once, with a sentence. Gives the function that takes this back. */
export function endOnInterrupt(
  language: Language,
  what: 'interrupted' | 'demo' | 'stopped' = 'interrupted',
): () => void {
  return onEndSignals(() => {
    sayNow(`\n${words[language][what]}\n`);
    process.exit(exitCodes.incomplete);
  });
}

/** For a grader that blocks the process: says so and ends it. */
export function giveUp(language: Language): never {
  sayNow(`${words[language].gaveUp}\n`);
  process.exit(exitCodes.incomplete);
}
