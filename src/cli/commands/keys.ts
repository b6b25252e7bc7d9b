import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { writeKeyPair, type NewKeys } from '../../grading/key-files';
import type { Language } from '../../text/language';
import type { Io } from '../io';
import { sayLines } from '../say';
import { saySigningProblem } from '../signing-words';

/** `vigie keys`: a new pair of keys, to sign reports with and to verify them. */
export function keys(folder: string, io: Io): ExitCode {
  const made = writeKeyPair(folder);
  if (!made.ok) {
    io.err(saySigningProblem(made.error, io));
    return exitCodes.usage;
  }
  io.out(sayLines(says[io.language](made.value), io));
  return exitCodes.reached;
}

const says: Readonly<Record<Language, (keys: NewKeys) => readonly string[]>> = {
  fr: ({ id, privateFile, publicFile }) => [
    `Clé ${id}`,
    `${privateFile} signe : gardez ce fichier secret, hors du dépôt. Dans GitHub Actions, son contenu va dans le secret VIGIE_SIGNING_KEY.`,
    `${publicFile} vérifie : donnez-le à qui reçoit des rapports.`,
  ],
  en: ({ id, privateFile, publicFile }) => [
    `Key ${id}`,
    `${privateFile} signs: keep this file secret, and out of the repository. In GitHub Actions, what is in it goes into the secret VIGIE_SIGNING_KEY.`,
    `${publicFile} verifies: give it to whoever receives reports.`,
  ],
};
