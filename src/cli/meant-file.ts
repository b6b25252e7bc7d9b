import type { Language } from '../text/language';

/** The question behind a file that is not there; nothing where no name is near. */
export function meantFile(near: string | undefined, language: Language): string {
  if (near === undefined) return '';
  return language === 'fr' ? ` ; vouliez-vous dire ${near} ?` : `; did you mean ${near}?`;
}
