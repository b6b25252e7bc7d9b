import type { SigningCode, SigningProblem, SigningProblems } from '../signing/problem';
import type { Language } from '../text/language';
import type { Io } from './io';
import { sayLines } from './say';
import { meantFile } from './meant-file';
import { textOfTrouble } from '../text/file-trouble';
import { textOfJsonPlace } from '../text/json-place';

type Words = { readonly [C in SigningCode]: (args: SigningProblems[C]) => string };

const fr: Words = {
  'report.unreadable': ({ detail }) => `Le rapport ne peut pas être lu : ${textOfTrouble(detail, 'fr')}`,
  'report.too-large': ({ mebibytes }) =>
    `Le fichier dépasse ${mebibytes} Mio : ce n’est pas un rapport écrit par Vigie.`,
  'report.not-utf8': () => 'Le fichier n’est du texte ni en UTF-8 ni en UTF-16 : il a été abîmé ou modifié.',
  'report.not-json': ({ detail }) => `Le rapport est abîmé ou tronqué : ${textOfJsonPlace(detail, 'fr')}`,
  'report.duplicate-keys': () =>
    'Une même clé y figure deux fois : deux lecteurs pourraient y lire deux choses différentes.',
  'report.odd-number': ({ number }) =>
    `Le nombre ${number} n’est pas écrit comme Vigie l’écrit : selon le lecteur, il pourrait être arrondi ou non.`,
  'report.not-report': () => 'Ce n’est pas un rapport écrit par vigie grade --report json.',
  'report.newer-version': ({ version }) =>
    `Le rapport est en version ${version}, que cette version de Vigie ne connaît pas : mettez Vigie à jour.`,
  'report.contradictory': ({ detail }) =>
    `Le rapport se contredit : la note ne découle pas de ses vérifications (${detail}). Quel que soit le signataire, elle ne compte pas.`,
  'signature.missing': () => 'Le rapport n’est pas signé.',
  'signature.malformed': () => 'La signature du rapport est abîmée ou incomplète.',
  'signature.unknown-algorithm': ({ algorithm }) =>
    `La signature annonce l’algorithme ${algorithm} ; seul Ed25519 est accepté.`,
  'signature.wrong-key': ({ expected, seen }) =>
    `Le rapport a été signé avec une autre clé : la clé donnée est ${expected}, la signature nomme ${seen}.`,
  'signature.changed': () =>
    'Le rapport a été modifié depuis sa signature, ou cette clé ne l’a jamais signé.',
  'signature.other-lab': ({ expected, seen }) =>
    `Le rapport porte sur ${seen} ; le TP attendu est ${expected}. Un autre TP, ou une autre version de son fichier, a été noté.`,
  'signature.other-submission': ({ expected, seen }) =>
    seen === undefined
      ? `Le rapport ne nomme aucun rendu ; le rendu attendu est ${expected}.`
      : `Le rapport a été signé pour le rendu ${seen} ; le rendu attendu est ${expected}.`,
  'signature.too-old': ({ takenAt, notBefore }) =>
    `L’hôte a été examiné le ${takenAt}, avant la limite du ${notBefore} : c’est un ancien rapport.`,
  'key.unreadable': ({ file, detail, near }) =>
    `La clé ${file} ne peut pas être lue : ${textOfTrouble(detail, 'fr')}${meantFile(near, 'fr')}`,
  'key.not-private': ({ from }) =>
    `${from} ne contient pas de clé privée Ed25519 sans mot de passe, au format PEM : vigie keys en fabrique une.`,
  'key.not-public': ({ from }) =>
    `${from} ne contient pas de clé publique Ed25519 au format PEM. Pour vérifier, donnez vigie-public.pem, jamais la clé privée.`,
  'key.exists': ({ file }) =>
    `${file} existe déjà : une clé n’est jamais remplacée. Choisissez un autre dossier.`,
  'key.unwritable': ({ file, detail }) => `${file} ne peut pas être écrit : ${textOfTrouble(detail, 'fr')}`,
  'key.none': () =>
    'Aucune clé pour signer : donnez un fichier à --sign, ou placez la clé privée dans VIGIE_SIGNING_KEY.',
  'key.no-report': () => '--sign signe les rapports JSON : ajoutez --report json=report.json.',
};

const en: Words = {
  'report.unreadable': ({ detail }) => `The report cannot be read: ${textOfTrouble(detail, 'en')}`,
  'report.too-large': ({ mebibytes }) =>
    `The file has more than ${mebibytes} MiB: it is no report written by Vigie.`,
  'report.not-utf8': () => 'The file is text in neither UTF-8 nor UTF-16: it was damaged or changed.',
  'report.not-json': ({ detail }) => `The report is damaged or cut short: ${textOfJsonPlace(detail, 'en')}`,
  'report.duplicate-keys': () => 'A key is in it twice: two readers could see different things.',
  'report.odd-number': ({ number }) =>
    `The number ${number} is not written as Vigie writes it: some readers would round it and others not.`,
  'report.not-report': () => 'This is no report written by vigie grade --report json.',
  'report.newer-version': ({ version }) =>
    `The report has version ${version}, which this Vigie does not know: update Vigie.`,
  'report.contradictory': ({ detail }) =>
    `The report contradicts itself: its mark does not follow from its checks (${detail}). Whoever signed it, it does not count.`,
  'signature.missing': () => 'The report is not signed.',
  'signature.malformed': () => 'The signature of the report is damaged or incomplete.',
  'signature.unknown-algorithm': ({ algorithm }) =>
    `The signature claims the algorithm ${algorithm}; only Ed25519 is accepted.`,
  'signature.wrong-key': ({ expected, seen }) =>
    `The report was signed with another key: the key given is ${expected}, the signature names ${seen}.`,
  'signature.changed': () => 'The report was changed after it was signed, or this key never signed it.',
  'signature.other-lab': ({ expected, seen }) =>
    `The report is about ${seen}; the lab expected is ${expected}. Another lab, or another version of its file, was graded.`,
  'signature.other-submission': ({ expected, seen }) =>
    seen === undefined
      ? `The report names no submission; the one expected is ${expected}.`
      : `The report was signed for the submission ${seen}; the one expected is ${expected}.`,
  'signature.too-old': ({ takenAt, notBefore }) =>
    `The host was looked at on ${takenAt}, before the limit of ${notBefore}: this is an old report.`,
  'key.unreadable': ({ file, detail, near }) =>
    `The key ${file} cannot be read: ${textOfTrouble(detail, 'en')}${meantFile(near, 'en')}`,
  'key.not-private': ({ from }) =>
    `${from} holds no Ed25519 private key without a password, in PEM: vigie keys makes one.`,
  'key.not-public': ({ from }) =>
    `${from} holds no Ed25519 public key in PEM. To verify, give vigie-public.pem, never the private key.`,
  'key.exists': ({ file }) => `${file} is there already: a key is never replaced. Choose another folder.`,
  'key.unwritable': ({ file, detail }) => `${file} cannot be written: ${textOfTrouble(detail, 'en')}`,
  'key.none': () =>
    'There is no key to sign with: give --sign a file, or put the private key into VIGIE_SIGNING_KEY.',
  'key.no-report': () => '--sign signs JSON reports: add --report json=report.json.',
};

const words: Readonly<Record<Language, Words>> = { fr, en };

/** The sentence of a problem, not yet escaped. */
export function textOfSigningProblem<C extends SigningCode>(
  { code, args }: { readonly code: C; readonly args: SigningProblems[C] },
  language: Language,
): string {
  return words[language][code](args);
}

export const saySigningProblem = (problem: SigningProblem, io: Pick<Io, 'language' | 'columns'>): string =>
  sayLines([textOfSigningProblem(problem, io.language)], io);
