import type { Catalogue } from '../catalogue';
import type { FileMessages } from '../codes/file';
import { quote as q } from './quote';

export const file: Catalogue<FileMessages> = {
  'file.absent': ({ path, name }) => ({
    says: `Container ${q(name)} has no ${q(path)}.`,
    hint: 'Check the path, upper and lower case included, and that it was created in this container.',
    command: `docker exec ${name} ls -l ${path}`,
  }),
  'file.dangling': ({ path, target }) => ({
    says: `${q(path)} is a symbolic link to ${q(target)}, which does not exist.`,
    hint: 'Create what it leads to, or link to the right file.',
  }),
  'file.is-directory': ({ path }) => ({
    says: `${q(path)} is a folder, and a file is expected.`,
    hint: 'A file may have been copied into a folder of that name: look at what is in it.',
  }),
  'file.is-file': ({ path }) => ({
    says: `${q(path)} is a file, and a folder is expected.`,
    hint: 'Remove or rename the file, then create the folder.',
  }),
  'file.empty': ({ path }) => ({
    says: `The file ${q(path)} is there, but it is empty.`,
    hint: 'Perhaps it was not saved in the editor.',
  }),
  'file.binary': ({ path }) => ({
    says: `${q(path)} is not a text file, so its content cannot be what is expected.`,
  }),
  'file.windows-lines': ({ path }) => ({
    says: `The content of ${q(path)} is right, but its lines end as on Windows (CRLF).`,
    hint: 'Save the file with Unix line endings (LF).',
  }),
  'file.not-executable': ({ path, mode }) => ({
    says: `${q(path)} is not executable (permissions ${mode}).`,
    hint: 'A script needs the permission to execute (x).',
    command: `chmod +x ${path}`,
  }),
  'file.other-mode': ({ path, mode }) => ({
    says: `The permissions of ${q(path)} are ${mode}, which are not the expected ones.`,
    hint: 'chmod changes the permissions of a file; ls -l shows them.',
  }),
  'file.other-owner': ({ path, owner }) => ({
    says: `${q(path)} belongs to ${q(owner)} and not to the expected user.`,
    hint: 'chown changes the owner of a file; ls -l shows it.',
  }),
};
