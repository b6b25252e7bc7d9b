import type { Catalogue } from '../catalogue';
import type { HttpMessages } from '../codes/http';
import { quote as q } from './quote';

const because = {
  'not-running': 'ne tourne pas',
  paused: 'est en pause',
  unpublished: 'n’a pas ce port',
  detached: 'n’est plus relié à son réseau',
} as const;

const serverLines = 'Le journal d’erreurs du serveur, dans le conteneur, dit pourquoi.';

export const http: Catalogue<HttpMessages> = {
  'http.other-answers': ({ name, hostPort, why, holder, server, installed }) => ({
    says:
      holder === undefined
        ? `Le port ${hostPort} de l’hôte répond, mais la page ne vient pas de ${q(name)}, qui ${because[why]} : c’est un serveur de la machine hôte${server === undefined ? '' : ` (${server})`}.`
        : `Le port ${hostPort} de l’hôte répond, mais c’est le conteneur ${q(holder)} qui le tient ; ${q(name)} ${because[why]}.`,
    hint:
      holder === undefined
        ? installed
          ? why === 'unpublished'
            ? `Arrêtez ce serveur ; que le port ${hostPort} mène au conteneur ${q(name)} se choisit à sa création (option -p).`
            : `Arrêtez ce serveur, puis faites en sorte que le conteneur ${q(name)} tourne et soit relié.`
          : `Les commandes d’installation ont peut-être été tapées sur l’hôte : arrêtez ce serveur, puis refaites-les dans le conteneur ${q(name)}, créé avec l’option -p.`
        : `Libérez le port (arrêtez ou supprimez ${q(holder)}), puis démarrez ou recréez ${q(name)} avec ce port.`,
  }),
  'http.nobody-listens': ({ name, port, url }) => ({
    says: `Le port ${port} du conteneur ${q(name)} est publié, mais aucun serveur n’y répond (${url}).`,
    hint: 'Le serveur n’est pas lancé, il écoute sur un autre port, ou seulement sur l’adresse 127.0.0.1 du conteneur.',
    command: `docker top ${name}`,
  }),
  'http.server-not-started': ({ name, port }) => ({
    says: `Le port ${port} du conteneur ${q(name)} est publié, mais aucun serveur web ne tourne dans le conteneur.`,
    hint: 'Installer un serveur ne suffit pas toujours à le lancer ; après un redémarrage du conteneur, il faut le relancer.',
  }),
  'http.listens-elsewhere': ({ name, port, server }) => ({
    says: `${q(server)} tourne dans le conteneur ${q(name)}, mais rien n’y répond sur le port ${port}.`,
    hint: 'Il écoute sur un autre port, ou seulement sur l’adresse 127.0.0.1 du conteneur : voyez sa configuration.',
  }),
  'http.timeout': ({ name, url }) => ({
    says: `${url} accepte la demande, mais le conteneur ${q(name)} n’y répond pas à temps.`,
    hint: 'Le serveur est bloqué ou suspendu ; relancez-le dans le conteneur.',
  }),
  'http.not-http': ({ url, scheme }) => ({
    says: `Ce qui répond à ${url} ne parle pas ${scheme === 'https' ? 'HTTPS' : 'HTTP'}.`,
    hint: 'Un autre service écoute sur ce port, ou le serveur y attend l’autre protocole (HTTP ou HTTPS).',
  }),
  'http.not-found': ({ url }) => ({
    says: `Le serveur répond, mais il n’a pas trouvé la page ${url} (404).`,
    hint: 'Le fichier n’est pas dans le dossier que sert le serveur, ou il porte un autre nom.',
  }),
  'http.forbidden': ({ url }) => ({
    says: `Le serveur refuse de montrer ${url} (403) : le dossier du site est vide, ou ses fichiers ne lui sont pas lisibles.`,
    hint: 'Mettez une page index.html dans le dossier du site et vérifiez ses droits.',
  }),
  'http.bad-gateway': ({ url, status }) => ({
    says: `Le serveur répond ${status} à ${url} : l’application vers laquelle il relaie les demandes ne répond pas.`,
    hint: 'Vérifiez que cette application tourne, et l’adresse que le serveur lui connaît.',
  }),
  'http.server-error': ({ url, status }) => ({
    says: `Le serveur répond à ${url} par une erreur (${status}).`,
    hint: serverLines,
  }),
  'http.unauthorized': ({ url }) => ({
    says: `Le serveur demande un mot de passe pour ${url} (401).`,
    hint: 'La page doit se montrer sans identification.',
  }),
  'http.redirects': ({ url, status, location }) => ({
    says: `${url} renvoie vers ${q(location)} (${status}) au lieu de répondre.`,
    hint: location.startsWith('https:')
      ? 'Le serveur impose HTTPS ; la page doit aussi répondre en HTTP.'
      : 'Les redirections ne sont pas suivies : la page doit répondre à cette adresse.',
  }),
  'http.other-status': ({ url, status }) => ({
    says: `Le serveur répond ${status} à ${url}, ce qui n’est pas la réponse attendue.`,
  }),
  'http.other-server': ({ url, server }) => ({
    says: `C’est le serveur ${q(server)} qui répond à ${url}, et non celui qui est attendu.`,
    hint: 'Arrêtez ce serveur dans le conteneur, puis installez et lancez celui que demande l’énoncé.',
  }),
  'http.default-page': ({ url, server }) => ({
    says: `${url} montre encore la page par défaut de ${server}.`,
    hint: 'Votre page n’est pas dans le dossier que sert le serveur, ou elle ne s’appelle pas index.html.',
  }),
  'http.empty-body': ({ url }) => ({
    says: `Le serveur répond à ${url} par une page vide.`,
    hint: 'Le fichier de la page est sans doute vide : a-t-il été enregistré ?',
  }),
  'http.header-missing': ({ url, header }) => ({
    says: `La réponse de ${url} n’a pas l’en-tête ${q(header)}.`,
  }),
};
