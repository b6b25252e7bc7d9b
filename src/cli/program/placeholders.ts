/** What stands for a value in usage and options (`--out <folder>`, `[labs...]`), in French. What is not here is the same in both languages. */
const french: Readonly<Record<string, string>> = {
  answer: 'réponse',
  command: 'commande',
  duration: 'durée',
  file: 'fichier',
  folder: 'dossier',
  folders: 'dossiers',
  key: 'clé',
  lab: 'tp',
  labs: 'tp',
  language: 'langue',
  name: 'nom',
  path: 'chemin',
  report: 'rapport',
  results: 'résultats',
  roster: 'liste',
  rule: 'règle',
  time: 'date',
};

export const placeholdersInFrench = (text: string): string =>
  text.replace(/(?<=[<[=])[a-z]+/g, (word) => french[word] ?? word);

/** The name of an argument, as it stands between its brackets. */
export const argumentInFrench = (name: string): string => placeholdersInFrench(`<${name}>`).slice(1, -1);
