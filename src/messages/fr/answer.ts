import type { AnswerProblem } from '../../evidence/facts';
import { localize } from '../../text/language';
import type { Catalogue } from '../catalogue';
import type { AnswerMessages } from '../codes/answer';
import { quote as q } from './quote';

const list = 'docker ps -a --no-trunc';
const where = 'L’ID d’un conteneur est dans la première colonne de docker ps.';

export const answer: Catalogue<AnswerMessages> = {
  'answer.missing': ({ file, key, question }) => ({
    says: `Pas encore de réponse à la question : ${localize(question, 'fr')}`,
    hint: `Écrivez votre réponse dans ${file}, à la ligne ${q(`${key}:`)}.`,
  }),
  'answer.unreadable': ({ file, key, problem }) => ({
    says: `Vos réponses (${placeOf(file, problem)}) ne peuvent pas être lues : ${why(problem, key)}.`,
    hint: `Chaque réponse tient sur une ligne : la clé, deux-points, une espace, la réponse. Par exemple : ${key}: ma réponse`,
  }),
  'answer.wrong': ({ text }) => ({ says: `${q(text)} n’est pas la bonne réponse.` }),
  'answer.not-a-number': ({ text }) => ({ says: `${q(text)} n’est pas un nombre.` }),
  'answer.prompt-pasted': ({ text }) => ({
    says: `${q(text)} est l’invite du shell, collée en entier : l’ID en est la partie entre @ et le deux-points.`,
    hint: 'Ne gardez que les douze caractères de l’ID.',
  }),
  'answer.too-short': ({ text, least }) => ({
    says: `${q(text)} est bien le début de l’ID, mais il est trop court : donnez-en au moins ${least} caractères.`,
    hint: where,
    command: 'docker ps -a',
  }),
  'answer.name-not-id': ({ text }) => ({
    says: `${q(text)} est le nom d’un conteneur, pas un ID.`,
    hint: where,
    command: 'docker ps -a',
  }),
  'answer.other-container': ({ text, found }) => ({
    says: `${q(text)} est l’ID d’un autre conteneur, ${q(found)}.`,
    hint: where,
    command: 'docker ps -a',
  }),
  'answer.image-id': ({ text, image }) => ({
    says: `${q(text)} est l’ID d’une image${image === '' ? '' : ` (${q(image)})`}, pas celui du conteneur.`,
    hint: 'docker images donne l’ID des images, docker ps celui des conteneurs.',
    command: 'docker ps -a',
  }),
  'answer.image-digest': ({ text, image }) => ({
    says: `${q(text)} est l’empreinte (digest) d’une image${image === '' ? '' : ` (${q(image)})`}, pas l’ID du conteneur.`,
    hint: where,
    command: 'docker ps -a',
  }),
  'answer.earlier-container': ({ text, name }) => ({
    says: `${q(text)} est l’ID d’un conteneur précédent (${q(name)}), supprimé depuis : chaque docker run crée un conteneur, avec un nouvel ID.`,
    hint: 'Relevez l’ID du conteneur actuel.',
    command: 'docker ps -a',
  }),
  'answer.mistyped': ({ text }) => ({
    says: `${q(text)} ressemble beaucoup à l’ID attendu, mais il y a une faute de frappe.`,
    hint: 'Copiez-le plutôt que de le recopier.',
    command: list,
  }),
  'answer.not-an-id': ({ text }) => ({
    says: `${q(text)} n’est pas un ID : un ID n’a que des chiffres et des lettres de a à f.`,
    hint: where,
    command: 'docker ps -a',
  }),
  'answer.unknown-id': ({ text }) => ({
    says: `${q(text)} n’est l’ID d’aucun conteneur de ce moteur.`,
    hint: where,
    command: 'docker ps -a',
  }),
};

const placeOf = (file: string, { line, column }: AnswerProblem): string =>
  line === undefined ? file : `${file}:${line}:${column ?? 1}`;

function why({ kind, detail }: AnswerProblem, key: string): string {
  switch (kind) {
    case 'unreadable':
      return `le fichier ne s’ouvre pas${detail === undefined ? '' : ` (${detail})`}`;
    case 'too-large':
      return 'le fichier est beaucoup trop gros pour des réponses';
    case 'binary':
      return 'ce n’est pas un fichier de texte';
    case 'syntax':
      return `cette ligne n’est pas du YAML valide${detail === undefined ? '' : ` (${detail})`}`;
    case 'not-a-mapping':
      return 'il n’y a aucune ligne « clé: réponse » (il faut une espace après le deux-points)';
    case 'duplicate':
      return 'cette question a deux réponses';
    case 'alias':
      return 'les ancres et les alias (& et *) n’y ont pas leur place ; mettez la réponse entre apostrophes';
    case 'entry':
      return `la réponse à ${q(key)} doit être un texte simple ; mettez-la entre apostrophes`;
  }
}
