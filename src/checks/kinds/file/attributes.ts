import { caps } from '../../../evidence/caps';
import type { FileFact } from '../../../evidence/facts';
import { formatMode } from '../../../text/mode';
import { cutAt, type Attribute } from '../../attribute';
import { ownerName } from './owners';

/** A file as it was found, and the names that its container has for numbers. */
export interface FileSeen {
  readonly path: string;
  readonly file: FileFact;
  readonly users: ReadonlyMap<number, string>;
  readonly groups: ReadonlyMap<number, string>;
}
type Of = Attribute<FileSeen>;

const anyExecute = 0o111;

export const attributes: Readonly<Record<string, Of>> = {
  type: {
    name: { fr: 'type', en: 'type' },
    words: {
      fr: {
        values: {
          file: 'un fichier',
          directory: 'un dossier',
          symlink: 'un lien qui ne mène nulle part',
          other: 'ni un fichier ni un dossier',
        },
      },
      en: {
        values: {
          file: 'a file',
          directory: 'a folder',
          symlink: 'a link that leads nowhere',
          other: 'neither a file nor a folder',
        },
      },
    },
    type: 'string',
    shape: 'one',
    describe:
      'What it is, after following links; `symlink` is a link that leads nowhere, `other` a device, pipe or socket.',
    values: ['file', 'directory', 'symlink', 'other'],
    example: 'file',
    read: ({ file }) => ({ value: file.type }),
  },
  mode: {
    name: { fr: 'permissions', en: 'permissions' },
    type: 'mode',
    shape: 'one',
    describe: 'The permission bits, as `chmod` or `ls -l` write them.',
    example: '0644',
    read: ({ file }) => ({ value: formatMode(file.mode) }),
  },
  executable: {
    name: { fr: 'exécutable', en: 'executable' },
    type: 'boolean',
    shape: 'one',
    describe: 'Somebody may execute it (`chmod +x`).',
    example: true,
    read: ({ file }) => ({ value: file.type === 'file' && (file.mode & anyExecute) !== 0 }),
  },
  owner: {
    name: { fr: 'propriétaire', en: 'owner' },
    type: 'string',
    shape: 'one',
    describe: 'The user that owns it, by the name that the container has for it.',
    example: 'www-data',
    read: ({ file, users }) => ({ value: ownerName(file.uid, users) }),
  },
  group: {
    name: { fr: 'groupe', en: 'group' },
    type: 'string',
    shape: 'one',
    describe: 'The group that owns it, by the name that the container has for it.',
    example: 'www-data',
    read: ({ file, groups }) => ({ value: ownerName(file.gid, groups) }),
  },
  uid: {
    name: { fr: 'numéro du propriétaire', en: 'number of the owner' },
    type: 'number',
    shape: 'one',
    describe: 'The number of the user that owns it.',
    example: 0,
    read: ({ file }) => ({ value: file.uid }),
  },
  gid: {
    name: { fr: 'numéro du groupe', en: 'number of the group' },
    type: 'number',
    shape: 'one',
    describe: 'The number of the group that owns it.',
    example: 0,
    read: ({ file }) => ({ value: file.gid }),
  },
  size: {
    name: { fr: 'taille', en: 'size' },
    type: 'size',
    shape: 'one',
    describe: 'Its size in bytes.',
    example: { lte: '1k' },
    read: ({ file }) => ({ value: file.size }),
  },
  content: {
    name: { fr: 'contenu', en: 'content' },
    type: 'text',
    shape: 'one',
    describe:
      'Its text, UTF-8; nothing for folders and binary files. What is not in the first 256 KiB of a longer one is not known.',
    example: ['server_name example.test;'],
    read: ({ file: { content, truncated = false } }) => ({
      value: content,
      ...cutAt(truncated, { bytes: caps.text }),
    }),
  },
  'link-target': {
    name: { fr: 'cible du lien', en: 'target of the link' },
    type: 'path',
    shape: 'one',
    describe: 'Where it leads as a symbolic link, through the whole chain; nothing if it is no link.',
    example: '/usr/share/zoneinfo/Europe/Paris',
    read: ({ file }) => ({ value: file.target }),
  },
};
