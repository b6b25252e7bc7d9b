import type { Catalogue } from '../catalogue';
import type { InsideMessages } from '../codes/inside';
import { quote as q } from './quote';

/** Docker's words for states, as an English sentence has them. */
const words: Readonly<Record<string, string>> = {
  exited: 'is stopped',
  restarting: 'ends and starts again and again',
  removing: 'is being removed',
  dead: 'cannot be used (state "dead")',
};

export const inside: Catalogue<InsideMessages> = {
  'inside.not-running': ({ name, state }) => ({
    says: `Container ${q(name)} ${words[state] ?? 'does not run'}: nothing in it can answer.`,
    hint: 'docker ps -a shows its state. Start it again; what was started by hand in it has to be started again too.',
    command: `docker start ${name}`,
  }),
};
