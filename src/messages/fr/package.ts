import type { Catalogue } from '../catalogue';
import type { PackageMessages } from '../codes/package';
import { answerYes, met, question } from './apt-words';
import { quote as q } from './quote';

const inShell = (name: string): string =>
  `Les commandes se tapent dans le conteneur ${q(name)}, pas sur l’hôte : l’invite montre où l’on est.`;

const install = (manager: string, wanted: string): string =>
  `${{ apk: 'apk add', rpm: 'dnf install' }[manager] ?? 'apt install'} ${wanted}`;

export const packages: Catalogue<PackageMessages> = {
  'package.absent': ({ package: wanted, name, manager, typed }) => ({
    says: `Le paquet ${q(wanted)} n’est pas installé dans le conteneur ${q(name)}.`,
    hint: typed ? 'Réinstallez-le dans ce conteneur.' : inShell(name),
    command: install(manager, wanted),
  }),
  'package.declined': ({ package: wanted, name, yes, answer }) => ({
    says: `apt a demandé ${question(yes)} et ${met(answer)} : ${q(wanted)} n’a pas été installé dans le conteneur ${q(name)}.`,
    hint: `Retapez la commande, puis ${answerYes(yes)}.`,
    command: `apt install ${wanted}`,
  }),
  'package.unanswered': ({ package: wanted, name, yes }) => ({
    says: `apt n’a pas encore installé ${q(wanted)} : dans le conteneur ${q(name)}, il attend une réponse à ${question(yes)}.`,
    hint: `Retournez dans le conteneur et ${answerYes(yes)}.`,
    command: `docker attach ${name}`,
  }),
  'package.installing': ({ package: wanted, name, command }) => ({
    says: `Le paquet ${q(wanted)} n’est pas encore installé : ${q(command)} est toujours en cours dans le conteneur ${q(name)}.`,
    hint: 'Attendez que l’invite revienne, puis relancez la correction.',
  }),
  'package.install-failed': ({ package: wanted, name, command, said }) => ({
    says: `${q(command)} a été tapé dans le conteneur ${q(name)}, mais n’a pas installé ${q(wanted)} ; la console affiche : ${said}`,
    hint: `Corrigez ce que dit ce message ; le paquet s’appelle ${q(wanted)}.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.index-never-fetched': ({ package: wanted, name, typed }) => ({
    says: `Le paquet ${q(wanted)} n’est pas installé dans le conteneur ${q(name)}, et la liste des paquets n’y est pas : sans elle, rien ne s’installe.`,
    hint: `Une image ne contient pas cette liste : elle se met à jour avant la première installation.${typed ? '' : ` ${inShell(name)}`}`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.fresh-container': ({ package: wanted, name }) => ({
    says: `Le paquet ${q(wanted)} n’est pas installé dans le conteneur ${q(name)}, qui est neuf : ce qui était installé dans le précédent, supprimé depuis, est parti avec lui.`,
    hint: `L’installation est à refaire dans le conteneur ${q(name)} d’aujourd’hui, après apt update.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.perhaps-elsewhere': ({ package: wanted, name, other }) => ({
    says: `Rien n’a été installé dans le conteneur ${q(name)}, et le paquet ${q(wanted)} y manque ; un autre conteneur de la même image, ${q(other)}, tourne aussi.`,
    hint: `Est-ce dans ${q(other)} que vous avez travaillé ? C’est le conteneur ${q(name)} qui compte : docker attach ${name} y mène.`,
    command: `apt update && apt install ${wanted}`,
  }),
  'package.removed': ({ package: wanted, name }) => ({
    says: `Le paquet ${q(wanted)} a été désinstallé du conteneur ${q(name)} ; il n’en reste que la configuration.`,
    hint: 'Réinstallez-le.',
    command: `apt install ${wanted}`,
  }),
  'package.half-installed': ({ package: wanted, name }) => ({
    says: `L’installation de ${q(wanted)} dans le conteneur ${q(name)} s’est interrompue : le paquet est décompressé, mais pas configuré.`,
    hint: 'Terminez l’installation interrompue, puis recommencez.',
    command: `dpkg --configure -a && apt install ${wanted}`,
  }),
  'package.variant': ({ package: wanted, name, manager, found }) => ({
    says: `C’est ${q(found)} qui est installé dans le conteneur ${q(name)}, et non le paquet ${q(wanted)}.`,
    hint: 'Donnez le nom exact du paquet.',
    command: install(manager, wanted),
  }),
  'package.rival': ({ package: wanted, name, manager, found }) => ({
    says: `Le paquet ${q(wanted)} n’est pas installé dans le conteneur ${q(name)} ; on y trouve ${q(found)}, qui est un autre programme.`,
    hint: `Installez ${q(wanted)}.`,
    command: install(manager, wanted),
  }),
  'package.no-database': ({ package: wanted, name }) => ({
    says: `Le paquet ${q(wanted)} ne peut pas être installé dans le conteneur ${q(name)} : il n’a pas de gestionnaire de paquets connu (dpkg, apk ou rpm).`,
    hint: 'Le conteneur vient-il de la bonne image ?',
  }),
  'package.other-version': ({ package: wanted, version }) => ({
    says: `Le paquet ${q(wanted)} est installé dans la version ${version}, qui n’est pas celle qui est attendue.`,
  }),
};
