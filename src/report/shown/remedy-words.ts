import { attributeName } from '../../checks/attribute-name';
import type { Message, MessageCode } from '../../messages/message';
import type { Remedy, Step, Way } from '../../remedy/remedy';
import type { Language } from '../../text/language';

/** What to try, and what to type, one line after another; a line may go to a console that the one before leads into. */
export interface Advice {
  readonly hint?: string;
  readonly command?: string;
}

/** What the sentences of these messages say to do; those of other containers' say what their remedy says. */
const ownWays: Partial<Record<MessageCode, Way>> = {
  'container.name-case': 'rename',
  'container.name-similar': 'rename',
  'container.random-name': 'rename',
  'container.other-name': 'rename',
  'container.unnamed-attempts': 'rename',
  'container.hostname-not-name': 'rename',
  'container.renamed-away': 'rename',
  'container.name-kept-by-attempt': 'rename',
  'container.never-started': 'start',
  'container.port-taken': 'start',
  'container.port-taken-on-host': 'start',
  'container.left-shell': 'start',
  'container.stopped': 'start',
  'container.killed': 'start',
  'container.ended-by-signal': 'start',
  'container.engine-restarted': 'start',
  'container.interrupted': 'start',
  'inside.not-running': 'start',
  'container.paused': 'unpause',
};

const wayOf = ({ code }: Message, remedy: Remedy): Way =>
  ownWays[code] ?? (code.startsWith('container.') ? remedy.way : 'do');

interface Words {
  readonly way: Readonly<Record<Exclude<Way, 'do'>, string>>;
  readonly again: (titles: readonly string[]) => string;
  readonly beyond: (titles: readonly string[]) => string;
  readonly unfit: (name: string, wrong: readonly string[]) => string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    way: {
      create:
        'Créez le conteneur avec docker run et toutes ses options : elles se choisissent à sa création.',
      recreate:
        'Supprimez ce conteneur et créez-en un neuf avec docker run : ni son image, ni ses options, ni son passé ne se changent après coup.',
      free: 'Libérez d’abord le port de l’hôte : un programme de la machine y répond, et aucun conteneur ne peut démarrer sur ce port tant qu’il tourne.',
      rename: 'Renommez le bon conteneur : le reste est juste.',
      start: 'Démarrez d’abord le conteneur.',
      unpause: 'Mettez d’abord fin à la pause du conteneur.',
    },
    again: (titles) => `Ce qui a été fait dans l’ancien conteneur sera à refaire : ${titles.join(' ; ')}.`,
    beyond: (titles) =>
      `Cela ne rend pas ce que seul un conteneur neuf peut donner : ${titles.join(' ; ')}. Décidez maintenant : tout ce qui se fait dans celui-ci serait alors à refaire.`,
    unfit: (name, wrong) =>
      `Renommer « ${name} » ne suffirait pas ; ne va pas non plus : ${wrong.join(', ')}. S’il ne vous sert plus, supprimez-le avec docker rm -f ${name}.`,
  },
  en: {
    way: {
      create: 'Create the container with docker run and all its options: they are chosen when it is created.',
      recreate:
        'Remove this container and create a new one with docker run: neither its image, nor its options, nor its past can be changed afterwards.',
      free: 'Free the port of the host first: a program of the machine answers there, and no container can start on that port while it runs.',
      rename: 'Rename the right container: nothing else of it is wrong.',
      start: 'Start the container first.',
      unpause: 'End the pause of the container first.',
    },
    again: (titles) => `What was done in the old container has to be done again: ${titles.join('; ')}.`,
    beyond: (titles) =>
      `This does not bring back what only a new container can have: ${titles.join('; ')}. Decide now: whatever is done in this one would have to be done again.`,
    unfit: (name, wrong) =>
      `Renaming "${name}" would not suffice; also wrong: ${wrong.join(', ')}. If you do not need it any more, remove it with docker rm -f ${name}.`,
  },
};

/** The hint of a message where its remedy says the same, else that of the remedy: one report never says two things about one container. */
export function advise(
  said: Message,
  own: Advice,
  remedy: Remedy | undefined,
  language: Language,
  titleOf: (check: string) => string,
): Advice {
  if (remedy === undefined) return { ...own, ...typed(oneLine(own.command)) };
  const { way, again, beyond, unfit } = remedy;
  const word = words[language];
  const hint = way === 'do' || wayOf(said, remedy) === way ? own.hint : word.way[way];
  const cost = again.length === 0 ? undefined : word.again(again.map(titleOf));
  const more = beyond.length === 0 ? undefined : word.beyond(beyond.map(titleOf));
  const wrong = unfit?.keys.map((key) => attributeName('container', key, language));
  const not = unfit && wrong ? word.unfit(unfit.name, wrong) : undefined;
  const both = [hint, not, cost, more].filter((part) => part !== undefined).join(' ');
  const command = linesOf(remedy.steps).join('\n') || oneLine(own.command);
  return { ...(both !== '' && { hint: both }), ...typed(command) };
}

/** A name that a student chose, or an engine made up, must not make a second line of a command. */
const oneLine = (command: string | undefined): string | undefined =>
  command?.replace(/[\r\n\u2028\u2029]+/g, ' ');
const typed = (command: string | undefined): Pick<Advice, 'command'> =>
  command === undefined ? {} : { command };

/** What courses show late or never: without these lines nobody could do what the hint says. */
const untaught = /^docker (?:rename|start|restart|rm|stop|unpause) /;

/** Of what is to be typed, what a hint may tell that does not give the rest away. */
export const untaughtLines = (command: string): string =>
  command
    .split('\n')
    .filter((line) => untaught.test(line))
    .join('\n');

/** As it is typed, line by line. */
function linesOf(steps: readonly Step[]): string[] {
  let at: string | undefined;
  return steps.flatMap((step) => {
    if (step.at === 'answer') return [];
    if (step.at === 'host') {
      at = step.enters;
      return [step.type];
    }
    const enter = at === step.container ? [] : [`docker attach ${step.container}`];
    at = step.container;
    return [...enter, ...step.type];
  });
}
