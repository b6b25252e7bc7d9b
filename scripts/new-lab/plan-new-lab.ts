import { labFile, readme, referenceSession, wrongSession } from './templates';

/** A file to write, by its path in the repository. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** Files of a new lab, or why there can be none. Nothing that is there is ever written over. */
export function planNewLab(name: string, exists: (path: string) => boolean): readonly PlannedFile[] | string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name))
    return `"${name}" cannot name a lab: letters, digits, ".", "_" and "-", at most 64, such as 10-web.`;
  const folder = `labs/${name}`;
  if (exists(folder)) return `${folder} is there already.`;
  return [
    { path: `${folder}/lab.yaml`, text: labFile(name) },
    { path: `${folder}/README.md`, text: readme(name, 'fr') },
    { path: `${folder}/README.en.md`, text: readme(name, 'en') },
    { path: `${folder}/sessions/reference.session`, text: referenceSession },
    { path: `${folder}/sessions/wrong/ports-swapped.session`, text: wrongSession(name) },
  ];
}
