import { plural } from '../../text/number';
import type { AnswerProblem } from '../../evidence/facts';
import { localize } from '../../text/language';
import type { Catalogue } from '../catalogue';
import type { AnswerMessages } from '../codes/answer';
import { answerLines } from './answer-lines';
import { quote as q } from './quote';
import { yamlSyntax } from './yaml-syntax';

const all = { container: 'docker ps -a --no-trunc', image: 'docker image ls --no-trunc' } as const;
const where = {
  container: 'L’ID d’un conteneur est dans la première colonne de docker ps.',
  image: 'L’ID d’une image est dans la colonne « IMAGE ID » de docker image ls.',
} as const;
const shows = { container: 'docker ps -a', image: 'docker image ls' } as const;

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
  'answer.line-pasted': ({ text, id }) => ({
    says: `${q(text)} est toute une ligne de ce que Docker affiche : la réponse n’est que l’ID, ${q(id)}.`,
    hint: 'Ne gardez que l’ID.',
  }),
  'answer.too-short': ({ text, least, of }) => ({
    says: `${q(text)} est bien le début de l’ID, mais il est trop court : donnez-en au moins ${least} ${plural(least, { one: 'caractère', other: 'caractères' }, 'fr')}.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.name-not-id': ({ text, of }) => ({
    says: `${q(text)} est ${of === 'image' ? 'un nom' : 'le nom d’un conteneur'}, pas un ID.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.other-container': ({ text, found }) => ({
    says: `${q(text)} est l’ID d’un autre conteneur, ${q(found)}.`,
    hint: where.container,
    command: shows.container,
  }),
  'answer.container-id': ({ text, found }) => ({
    says: `${q(text)} est l’ID du conteneur ${q(found)}, pas celui de l’image.`,
    hint: where.image,
    command: shows.image,
  }),
  'answer.other-image': ({ text, image }) => ({
    says: `${q(text)} est l’ID d’une autre image${image === '' ? '' : `, ${q(image)}`}.`,
    hint: where.image,
    command: shows.image,
  }),
  'answer.image-id': ({ text, image }) => ({
    says: `${q(text)} est l’ID d’une image${image === '' ? '' : ` (${q(image)})`}, pas celui du conteneur.`,
    hint: 'docker images donne l’ID des images, docker ps celui des conteneurs.',
    command: shows.container,
  }),
  'answer.image-digest': ({ text, image, of }) => ({
    says: `${q(text)} est l’empreinte (digest) d’une image${image === '' ? '' : ` (${q(image)})`}, pas l’ID ${of === 'image' ? 'qui est demandé' : 'du conteneur'}.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.earlier-container': ({ text, name }) => ({
    says: `${q(text)} est l’ID d’un conteneur précédent (${q(name)}), supprimé depuis : chaque docker run crée un conteneur, avec un nouvel ID.`,
    hint: 'Relevez l’ID du conteneur actuel.',
    command: shows.container,
  }),
  'answer.mistyped': ({ text, of }) => ({
    says: `${q(text)} ressemble beaucoup à l’ID attendu, mais il y a une faute de frappe.`,
    hint: 'Copiez-le plutôt que de le recopier.',
    command: all[of],
  }),
  'answer.not-an-id': ({ text, of }) => ({
    says: `${q(text)} n’est pas un ID : un ID n’a que des chiffres et des lettres de a à f.`,
    hint: where[of],
    command: shows[of],
  }),
  'answer.unknown-id': ({ text, of }) => ({
    says: `${q(text)} n’est l’ID ${of === 'image' ? 'd’aucune image' : 'd’aucun conteneur'} de ce moteur.`,
    hint: where[of],
    command: shows[of],
  }),
};

/** The codes of the YAML reader; evidence of earlier versions has its sentence. */
const syntax: Readonly<Record<string, string | undefined>> = yamlSyntax;

const placeOf = (file: string, { line }: AnswerProblem): string =>
  line === undefined ? file : `${file}, ligne ${line}`;

function why({ kind, detail = '', mistake }: AnswerProblem, key: string): string {
  switch (kind) {
    case 'line':
      return answerLines[mistake ?? 'no-key'](detail.length > 60 ? `${detail.slice(0, 60)}…` : detail);
    case 'unreadable':
      return `le fichier ne s’ouvre pas${detail === '' ? '' : ` (${detail})`}`;
    case 'too-large':
      return 'le fichier est beaucoup trop gros pour des réponses';
    case 'binary':
      return 'ce n’est pas un fichier de texte';
    case 'syntax':
      return syntax[detail] ?? 'cette ligne n’a pas la forme « clé: réponse »';
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
