import type { Catalogue } from '../catalogue';
import type { InsideMessages } from '../codes/inside';
import { quote as q } from './quote';

/** Docker's words for states, as a French sentence has them. */
const words: Readonly<Record<string, string>> = {
  exited: 'est arrêté',
  restarting: 's’arrête et redémarre sans cesse',
  removing: 'est en cours de suppression',
  dead: 'est inutilisable (état « dead »)',
};

export const inside: Catalogue<InsideMessages> = {
  'inside.not-running': ({ name, state }) => ({
    says: `Le conteneur ${q(name)} ${words[state] ?? 'ne tourne pas'} : rien ne peut y répondre.`,
    hint: 'docker ps -a montre son état. Redémarrez-le ; ce qui y était lancé à la main est à relancer aussi.',
    command: `docker start ${name}`,
  }),
};
