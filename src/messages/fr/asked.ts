import { askedBy, type Asked } from '../asked';

const words: Readonly<Record<Asked, string>> = {
  engine: 'sa version et ses réglages',
  events: 'le relevé de ce qui a été fait (docker events)',
  processes: 'la liste des processus d’un conteneur',
  containers: 'la liste des conteneurs',
  container: 'la description d’un conteneur',
  images: 'la liste des images',
  image: 'la description d’une image',
  history: 'l’historique d’une image',
  content: 'le contenu d’une image',
  registry: 'l’empreinte que sert un registre',
  logs: 'ce qu’un conteneur a affiché',
  files: 'des fichiers d’un conteneur',
  command: 'le résultat d’une commande dans un conteneur',
  packages: 'la liste des paquets d’un conteneur',
  something: 'ce que ce TP vérifie',
};

export const asked = (call: string): string => words[askedBy(call)];
