import type { Catalogue } from '../catalogue';
import type { PortMessages } from '../codes/port';
import { quote as q } from './quote';

export const port: Catalogue<PortMessages> = {
  'port.closed': ({ port: number }) => ({
    says: `Le port ${number} de l’hôte ne répond pas : rien n’y écoute.`,
    hint: 'docker ps montre quels ports de l’hôte mènent à un conteneur.',
    command: 'docker ps',
  }),
  'port.nobody-listens': ({ name, port: number, address }) => ({
    says: `Le port ${number} du conteneur ${q(name)} est publié (${address}), mais aucun programme n’y répond.`,
    hint: 'Le serveur n’est pas lancé dans le conteneur, il écoute sur un autre port, ou seulement sur 127.0.0.1.',
  }),
  'port.timeout': ({ port: number, address }) => ({
    says: `Le port ${number} ne répond pas : la connexion à ${address} n’aboutit ni n’est refusée.`,
    hint: 'Un pare-feu retient peut-être les connexions.',
  }),
};
