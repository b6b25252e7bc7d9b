import type { Malformed, Sort } from '../codes/expectation';

/** Why a text is not what its place asks for; `part` is the piece at fault. */
export const malformed: Readonly<Record<Malformed, (part: string) => string>> = {
  'duration-empty': () => 'il manque une durée (par exemple 10s)',
  'duration-no-unit': (part) => `la durée ${part} n’a pas d’unité : écrivez ${part}s, ${part}ms ou ${part}m`,
  'duration-syntax': (part) => `« ${part} » n’est pas une durée : écrivez 500ms, 10s, 1m30s ou 2h`,
  'duration-too-long': (part) => `la durée ${part} est trop longue`,
  'reference-empty': () => 'il manque le nom d’une image',
  'reference-too-long': () => 'le nom de l’image est trop long',
  'reference-is-id': () =>
    'c’est l’identifiant d’une image, qui change d’une machine à l’autre : donnez son nom',
  'reference-upper-case': (part) => `un nom d’image s’écrit en minuscules : ${part.toLowerCase()}`,
  'reference-domain': (part) => `« ${part} » n’est pas l’adresse d’un registre`,
  'reference-path': (part) => `« ${part} » n’est pas un nom d’image`,
  'reference-tag': (part) => `« ${part} » n’est pas un tag`,
  'reference-digest': (part) => `« ${part} » n’est pas une empreinte (sha256: et 64 chiffres hexadécimaux)`,
  'path-empty': () => 'il manque un chemin dans le document (par exemple HostConfig.RestartPolicy.Name)',
  'path-too-long': () => 'le chemin est trop long',
  'path-syntax': () =>
    'ce n’est pas un chemin : écrivez Config.User, Mounts[0].Type ou Config.Labels["com.example.a"]',
  'mode-syntax': (part) => `« ${part} » n’est pas un mode de fichier : écrivez 0644 ou rw-r--r--`,
  'pattern-no-slashes': () => 'un motif s’écrit entre barres obliques : /texte/',
  'pattern-empty': () => 'le motif est vide et accepterait n’importe quoi',
  'pattern-too-long': () => 'le motif est trop long (1000 caractères au plus)',
  'pattern-flag': (part) => `« ${part} » n’est pas une option de motif : i, m et s le sont`,
  'pattern-lookaround': (part) =>
    `un motif ne peut pas regarder devant ou derrière lui (« ${part} ») : utilisez not: ou all:`,
  'pattern-backreference': (part) => `un motif ne peut pas reprendre un groupe (« ${part} »)`,
  'pattern-atomic': (part) => `un motif n’a ni groupe atomique ni répétition possessive (« ${part} »)`,
  'pattern-repeat-count': (part) => `« ${part} » répète trop (1000 fois au plus)`,
  'pattern-unclosed': () => 'une parenthèse ou un crochet du motif n’est pas fermé',
  'pattern-unopened': () => 'le motif ferme une parenthèse qui n’est pas ouverte',
  'pattern-escape': (part) =>
    `« ${part} » n’est pas un échappement connu ; il manque une barre oblique inverse, ou il y en a une de trop`,
  'pattern-syntax': (part) => `le motif est mal formé (${part})`,
  'platform-syntax': (part) => `« ${part} » n’est pas une plateforme : écrivez linux/amd64`,
  'platform-unknown': (part) =>
    `la plateforme « ${part} » est inconnue : linux/amd64 et linux/arm64 existent`,
  'publication-too-long': () => 'c’est trop long pour un port publié',
  'publication-no-container-port': () => 'il manque le port du conteneur : écrivez 8080:80',
  'publication-protocol': (part) => `« ${part} » n’est pas un protocole : tcp, udp et sctp le sont`,
  'publication-host-ip': (part) => `« ${part} » n’est pas une adresse IP`,
  'publication-host-port': (part) => `« ${part} » n’est pas un port de l’hôte (1 à 65535)`,
  'publication-container-port': (part) => `« ${part} » n’est pas un port de conteneur (1 à 65535)`,
  'publication-ranges-differ': () => 'les deux plages de ports n’ont pas la même longueur',
  'size-empty': () => 'il manque une taille (par exemple 512m)',
  'size-syntax': (part) => `« ${part} » n’est pas une taille : écrivez 512m, 1.5g ou un nombre d’octets`,
  'size-too-large': (part) => `la taille ${part} est trop grande`,
  'version-none': (part) =>
    `« ${part} » n’est pas une version : écrivez 1.22.1, ou un intervalle tel que >=20.10 <29`,
  'version-range': (part) => `« ${part} » n’est pas un intervalle de versions : écrivez >=20.10 <29`,
};

export const sorts: Readonly<Record<Sort, string>> = {
  text: 'un texte',
  number: 'un nombre',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  list: 'une liste',
  mapping: 'un ensemble de clés (clé: valeur)',
  nothing: 'rien',
  duration: 'une durée (10s)',
  size: 'une taille (512m)',
  'finite number': 'un nombre fini',
};
