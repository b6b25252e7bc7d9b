import type { Language } from './language';

/** What a system says of a file in the way that travels as data: its code, such as `ENOENT`. What has no code says what it is. */
export function troubleOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  // Not by `instanceof`: inside of Jest these errors come from another realm.
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'message' in error ? String(error.message) : '';
}

/** For what was opened and is a folder, a pipe or a device. */
export const noPlainFile = 'no-plain-file';

/** For what holds bytes that are no text; `EILSEQ` is how C says it. */
export const noText = 'EILSEQ';

/** The same for people: `fichier ou dossier introuvable (ENOENT)`. What is not known here is told as it is. */
export function textOfTrouble(trouble: string, language: Language): string {
  if (trouble === noPlainFile) return { fr: 'ce n’est pas un simple fichier', en: 'no plain file' }[language];
  const says = words.get(trouble)?.[language];
  return says === undefined ? trouble : `${says} (${trouble})`;
}

const words: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ['ENOENT', { fr: 'fichier ou dossier introuvable', en: 'no such file or folder' }],
  ['EACCES', { fr: 'accès refusé', en: 'permission denied' }],
  ['EPERM', { fr: 'opération interdite', en: 'not permitted' }],
  ['EISDIR', { fr: 'c’est un dossier', en: 'it is a folder' }],
  ['ENOTDIR', { fr: 'le chemin passe par un fichier', en: 'the path leads through a file' }],
  ['EEXIST', { fr: 'il y a déjà quelque chose de ce nom', en: 'something of that name is there already' }],
  ['ENOTEMPTY', { fr: 'le dossier n’est pas vide', en: 'the folder is not empty' }],
  ['ENOSPC', { fr: 'plus de place sur le disque', en: 'no space left on the disk' }],
  ['EDQUOT', { fr: 'quota du disque dépassé', en: 'disk quota exceeded' }],
  ['EFBIG', { fr: 'fichier trop gros', en: 'file too large' }],
  ['EROFS', { fr: 'disque en lecture seule', en: 'read-only disk' }],
  ['EIO', { fr: 'le disque ne répond pas comme il faut', en: 'input or output error' }],
  ['EBUSY', { fr: 'occupé par un autre programme', en: 'busy' }],
  ['ETXTBSY', { fr: 'occupé par un autre programme', en: 'busy' }],
  ['ELOOP', { fr: 'liens symboliques en boucle', en: 'symbolic links in a circle' }],
  ['ENAMETOOLONG', { fr: 'nom trop long', en: 'name too long' }],
  [
    noText,
    {
      fr: 'ce n’est du texte ni en UTF-8 ni en UTF-16 : fichier abîmé ou converti',
      en: 'text in neither UTF-8 nor UTF-16: damaged or converted',
    },
  ],
  ['EMFILE', { fr: 'trop de fichiers ouverts', en: 'too many open files' }],
  ['ENFILE', { fr: 'trop de fichiers ouverts', en: 'too many open files' }],
  ['EXDEV', { fr: 'sur un autre disque', en: 'on another disk' }],
  [
    'ENXIO',
    {
      fr: 'ce n’est pas un simple fichier, ou personne ne lit à l’autre bout',
      en: 'no plain file, or nobody reads at its other end',
    },
  ],
  ['EPIPE', { fr: 'plus personne ne lit', en: 'nobody reads any more' }],
]);
