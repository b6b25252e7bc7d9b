import type { Language } from '../text/language';
import { most } from './read-files';
import type { SubmissionProblem } from './submission';
import { textOfTrouble } from './trouble-words';

type Words = Readonly<Record<SubmissionProblem['code'], (args: SubmissionProblem['args']) => string>>;

const megabytes = most.bytes / 1024 / 1024;

const french: Words = {
  'submission.no-such-file': ({ path }) => `Le rendu « ${path} » n’existe pas.`,
  'submission.unreadable': ({ path, detail }) => `Le rendu « ${path} » ne peut pas être lu (${detail}).`,
  'submission.not-a-file': ({ detail }) => `Dans le rendu, « ${detail} » n’est pas un fichier.`,
  'submission.bad-name': ({ detail }) =>
    `Un fichier du rendu a un nom qui n’est pas accepté : « ${detail} ».`,
  'submission.link-outside': ({ detail }) => `Dans le rendu, le lien « ${detail} » mène hors du dossier.`,
  'submission.too-large': ({ path }) => `Le rendu « ${path} » dépasse ${megabytes} Mo.`,
  'submission.too-many-files': ({ path }) =>
    `Le rendu « ${path} » a plus de ${most.files} fichiers, ou des dossiers imbriqués trop profondément.`,
  'submission.unknown-kind': ({ path }) =>
    `« ${path} » n’est ni une session (.session), ni un script bash, ni un fichier compose, ni un dossier avec un Dockerfile.`,
  'submission.ambiguous': ({ path, detail }) =>
    `Le rendu « ${path} » contient plusieurs fichiers entre lesquels rien ne permet de choisir : ${detail}.`,
  'submission.bad-session': ({ detail }) => `La session ne peut pas être lue : ${detail}`,
  'submission.no-compose': ({ detail }) =>
    `Le moteur jetable n’a pas le greffon docker compose : ce fichier compose n’a pas été joué. Installez docker-compose-plugin (paquets de Docker), docker-compose-v2 (Ubuntu) ou docker-compose (à partir de Debian 13). Vigie n’a pas pu se le procurer : ${detail}`,
  'submission.no-clean-room': ({ detail }) =>
    `Le moteur jetable n’a pas pu être préparé, le rendu n’a pas été joué : ${detail}`,
  'submission.not-graded': ({ detail, trouble }) =>
    `Ce que le rendu a laissé n’a pas pu être examiné${trouble?.length ? '.' : ` : ${detail}`}`,
};

const english: Words = {
  'submission.no-such-file': ({ path }) => `There is no submission "${path}".`,
  'submission.unreadable': ({ path, detail }) => `The submission "${path}" cannot be read (${detail}).`,
  'submission.not-a-file': ({ detail }) => `In the submission, "${detail}" is not a file.`,
  'submission.bad-name': ({ detail }) =>
    `A file of the submission has a name that is not accepted: "${detail}".`,
  'submission.link-outside': ({ detail }) =>
    `In the submission, the link "${detail}" leads out of the folder.`,
  'submission.too-large': ({ path }) => `The submission "${path}" is larger than ${megabytes} MB.`,
  'submission.too-many-files': ({ path }) =>
    `The submission "${path}" has more than ${most.files} files, or folders nested too deeply.`,
  'submission.unknown-kind': ({ path }) =>
    `"${path}" is no session (.session), bash script, compose file, or folder with a Dockerfile.`,
  'submission.ambiguous': ({ path, detail }) =>
    `The submission "${path}" has several files and nothing says which one counts: ${detail}.`,
  'submission.bad-session': ({ detail }) => `The session cannot be read: ${detail}`,
  'submission.no-compose': ({ detail }) =>
    `The disposable engine has no docker compose plugin: this compose file was not played. Install docker-compose-plugin (Docker's packages), docker-compose-v2 (Ubuntu) or docker-compose (from Debian 13 on). Vigie could not get it by itself: ${detail}`,
  'submission.no-clean-room': ({ detail }) =>
    `The disposable engine could not be prepared, the submission was not played: ${detail}`,
  'submission.not-graded': ({ detail, trouble }) =>
    `What the submission left could not be looked at${trouble?.length ? '.' : `: ${detail}`}`,
};

const words: Readonly<Record<Language, Words>> = { fr: french, en: english };

/** Why a submission was not played or not looked at, in one sentence and one for each trouble of its room. Still has to be escaped. */
export const textOfSubmissionProblem = ({ code, args }: SubmissionProblem, language: Language): string =>
  [
    ...(args.trouble ?? []).map((trouble) => textOfTrouble(trouble, language)),
    words[language][code](args),
  ].join(' ');
