import type { Language } from '../text/language';

/** What is done once for a machine, and takes so long that whoever waits is told. */
export type Step =
  | { readonly code: 'installing'; readonly packages: readonly string[] }
  | { readonly code: 'building-images' }
  | { readonly code: 'building-dind' }
  | { readonly code: 'unpacking'; readonly packages: readonly string[]; readonly suite: string };

export type OnStep = (step: Step) => void;

/** What is being done, as one line; the names in it are ours. */
export function stepText(step: Step, language: Language): string {
  const isFrench = language === 'fr';
  switch (step.code) {
    case 'installing': {
      const list = step.packages.join(', ');
      return isFrench ? `apt-get installe ${list}` : `installing ${list} with apt-get`;
    }
    case 'building-images':
      return isFrench
        ? 'construction des images de remplacement, une seule fois sur cette machine (deux minutes)'
        : 'building the stand-in images, once for this machine (two minutes)';
    case 'building-dind':
      return isFrench
        ? 'construction d’une image de remplacement pour docker:dind, une seule fois sur cette machine (une minute)'
        : 'building a stand-in for docker:dind, once for this machine (a minute)';
    case 'unpacking': {
      const list = step.packages.join(', ');
      return isFrench
        ? `extraction de ${list} (Debian ${step.suite}), une seule fois sur cette machine`
        : `unpacking ${list} of Debian ${step.suite}, once for this machine`;
    }
  }
}
