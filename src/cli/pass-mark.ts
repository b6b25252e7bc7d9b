import type { LoadedLabs } from '../grading/load-labs';
import type { Language } from '../text/language';
import { err, ok, type Result } from '../text/result';

/** The same labs with another pass mark, or in one sentence why not. Their hash stays: what is graded is the same. */
export function withPassMark(labs: LoadedLabs, pass: number, language: Language): Result<LoadedLabs, string> {
  const tooSmall = labs.find(({ lab }) => pass > lab.scale);
  if (tooSmall) return err(texts[language](pass, tooSmall.lab.id, tooSmall.lab.scale));
  const [first, ...others] = labs;
  const changed = ({ lab, path }: LoadedLabs[0]) => ({ lab: { ...lab, pass }, path });
  return ok([changed(first), ...others.map(changed)]);
}

const texts: Readonly<Record<Language, (pass: number, lab: string, scale: number) => string>> = {
  fr: (pass, lab, scale) => `--pass ${pass} : ${lab} est noté sur ${scale}.`,
  en: (pass, lab, scale) => `--pass ${pass}: ${lab} is marked out of ${scale}.`,
};
