import type { Language } from '../text/language';
import type { BothLanguages, Note } from './statement';

/** Names come from the host: one line, no back quotes, and not longer than a title bears. */
function shown(name: string): string {
  const clean = name
    .slice(0, 500)
    .replace(/[\p{C}\p{Z}`]+/gu, ' ')
    .trim();
  return `\`${clean === '' ? '?' : Array.from(clean).slice(0, 60).join('')}\``;
}
const list = (names: readonly string[]): string => names.slice(0, 6).map(shown).join(', ');

type State = 'running' | 'paused' | 'exited' | 'created';

const states: Readonly<Record<State, BothLanguages>> = {
  running: { fr: 'tourne', en: 'runs' },
  paused: { fr: 'est en pause', en: 'is paused' },
  exited: { fr: 'est arrêté', en: 'has ended' },
  created: { fr: 'est créé, sans être démarré', en: 'is created and not started' },
};

/** Titles to be edited: they say what is checked, in both languages. */
export const titles = {
  lab: (names: readonly string[]): BothLanguages => ({
    fr: `TP : ${list(names)}`,
    en: `Lab: ${list(names)}`,
  }),
  imageTask: (name: string): BothLanguages => ({
    fr: `Récupérer l’image ${shown(name)}`,
    en: `Get the image ${shown(name)}`,
  }),
  pulled: (): BothLanguages => ({
    fr: 'Elle vient du registre, sous ce nom',
    en: 'It came from the registry, under this name',
  }),
  verified: (): BothLanguages => ({
    fr: 'Son empreinte SHA-256 est celle que sert le registre',
    en: 'Its SHA-256 digest is the one that the registry serves',
  }),
  present: (): BothLanguages => ({ fr: 'Elle est là', en: 'It is there' }),
  containerTask: (name: string): BothLanguages => ({
    fr: `Lancer le conteneur ${shown(name)}`,
    en: `Run the container ${shown(name)}`,
  }),
  unnamedTask: (image: string): BothLanguages => ({
    fr: `Lancer un conteneur d’après l’image ${shown(image)}`,
    en: `Run a container from the image ${shown(image)}`,
  }),
  start: (image: string | undefined, state: State | undefined): BothLanguages => ({
    fr:
      image === undefined
        ? `Il ${state ? states[state].fr : 'existe'}`
        : `Il vient de l’image ${shown(image)}${state ? ` et ${states[state].fr}` : ''}`,
    en:
      image === undefined
        ? `It ${state ? states[state].en : 'is there'}`
        : `It comes from the image ${shown(image)}${state ? ` and ${states[state].en}` : ''}`,
  }),
  terminal: (options: string): BothLanguages => ({
    fr: `Il est interactif (${shown(options)})`,
    en: `It is interactive (${shown(options)})`,
  }),
  ports: (ports: readonly string[]): BothLanguages => ({
    fr: `Il publie ses ports : ${list(ports)}`,
    en: `It publishes its ports: ${list(ports)}`,
  }),
  settings: (keys: readonly string[]): BothLanguages => ({
    fr: `Il a les bons réglages : ${list(keys)}`,
    en: `It has the right settings: ${list(keys)}`,
  }),
  env: (names: readonly string[]): BothLanguages => ({
    fr: `Ses variables d’environnement sont définies : ${list(names)}`,
    en: `Its environment variables are set: ${list(names)}`,
  }),
  mounts: (paths: readonly string[]): BothLanguages => ({
    fr: `Ses données sont montées : ${list(paths)}`,
    en: `Its data is mounted: ${list(paths)}`,
  }),
  networks: (names: readonly string[]): BothLanguages => ({
    fr: `Il est relié au réseau ${list(names)}`,
    en: `It is on the network ${list(names)}`,
  }),
  installTask: (container: string): BothLanguages => ({
    fr: `Installer ce qu’il faut dans ${shown(container)}`,
    en: `Install what is needed in ${shown(container)}`,
  }),
  package: (name: string): BothLanguages => ({
    fr: `Le paquet ${shown(name)} est installé`,
    en: `The package ${shown(name)} is installed`,
  }),
  processTask: (container: string): BothLanguages => ({
    fr: `Démarrer les programmes de ${shown(container)}`,
    en: `Start the programs of ${shown(container)}`,
  }),
  process: (name: string): BothLanguages => ({
    fr: `Le processus ${shown(name)} tourne`,
    en: `The process ${shown(name)} runs`,
  }),
  webTask: (container: string): BothLanguages => ({
    fr: `Le serveur de ${shown(container)} répond`,
    en: `The server of ${shown(container)} answers`,
  }),
  web: (port: number): BothLanguages => ({
    fr: `Une réponse vient du port ${port} du conteneur`,
    en: `An answer comes from port ${port} of the container`,
  }),
} as const;

interface Comments {
  readonly head: readonly string[];
  readonly notes: Readonly<Record<Note, string>>;
  readonly leftOut: string;
}

/** Comments of the draft; none of them quotes the host. */
export const comments: Readonly<Record<Language, Comments>> = {
  fr: {
    head: [
      'Ébauche faite par vigie draft d’après une machine en marche, sur laquelle tout passe.',
      'À relire : titres, points, ce qui compte vraiment. Puis : npm run lint:labs',
    ],
    notes: {
      'any-port': 'Le moteur choisit ce port de l’hôte : n’importe lequel convient.',
      'env-values': 'Les valeurs ne sont pas recopiées (mots de passe) : écrivez celles qui comptent.',
      'own-path': 'Le dossier de l’hôte est propre à cette machine : seul le montage est demandé.',
    },
    leftOut: 'Non demandé, car faux ou impossible à établir sur cette machine :',
  },
  en: {
    head: [
      'Drafted by vigie draft from a running host, on which all of it passes.',
      'To be edited: titles, points, what really matters. Then: npm run lint:labs',
    ],
    notes: {
      'any-port': 'The engine chose this port of the host: any will do.',
      'env-values': 'Values are not copied (passwords): write those that matter.',
      'own-path': 'The folder on the host is this machine’s own: only the mount is asked for.',
    },
    leftOut: 'Left out, since it is not so here, or could not be found out:',
  },
};
