import type { Catalogue } from '../catalogue';
import type { FileMessages } from '../codes/file';
import { quote as q } from './quote';

export const file: Catalogue<FileMessages> = {
  'file.absent': ({ path, name }) => ({
    says: `Le conteneur ${q(name)} ne contient pas ${q(path)}.`,
    hint: 'Vérifiez le chemin, majuscules comprises, et qu’il a bien été créé dans ce conteneur.',
    command: `docker exec ${name} ls -l ${path}`,
  }),
  'file.dangling': ({ path, target }) => ({
    says: `${q(path)} est un lien symbolique vers ${q(target)}, qui n’existe pas.`,
    hint: 'Créez la cible, ou refaites le lien vers le bon fichier.',
  }),
  'file.is-directory': ({ path }) => ({
    says: `${q(path)} est un dossier, alors qu’un fichier est attendu.`,
    hint: 'Un fichier a peut-être été copié dans un dossier de ce nom : regardez ce qu’il contient.',
  }),
  'file.is-file': ({ path }) => ({
    says: `${q(path)} est un fichier, alors qu’un dossier est attendu.`,
    hint: 'Supprimez ou renommez ce fichier, puis créez le dossier.',
  }),
  'file.empty': ({ path }) => ({
    says: `Le fichier ${q(path)} existe, mais il est vide.`,
    hint: 'L’enregistrement a peut-être été oublié dans l’éditeur.',
  }),
  'file.binary': ({ path }) => ({
    says: `${q(path)} n’est pas un fichier de texte : son contenu ne peut pas être celui qui est attendu.`,
  }),
  'file.windows-lines': ({ path }) => ({
    says: `Le contenu de ${q(path)} est le bon, mais ses lignes se terminent comme sous Windows (CRLF).`,
    hint: 'Enregistrez le fichier avec des fins de ligne Unix (LF).',
  }),
  'file.not-executable': ({ path, mode }) => ({
    says: `${q(path)} n’est pas exécutable (droits ${mode}).`,
    hint: 'Un script doit avoir le droit d’exécution (x).',
    command: `chmod +x ${path}`,
  }),
  'file.other-mode': ({ path, mode }) => ({
    says: `Les droits de ${q(path)} sont ${mode} ; ce ne sont pas ceux qui sont attendus.`,
    hint: 'chmod change les droits d’un fichier ; ls -l les montre.',
  }),
  'file.other-owner': ({ path, owner }) => ({
    says: `${q(path)} appartient à ${q(owner)}, et non à l’utilisateur attendu.`,
    hint: 'chown change le propriétaire d’un fichier ; ls -l le montre.',
  }),
};
