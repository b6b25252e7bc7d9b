import type { Request } from '../../../evidence/request';
import { message } from '../../../messages/message';
import { defineKind, type CheckInput } from '../../kind';
import { needsOfNamed } from '../container/open';
import { inContainer, openInside } from '../inside/open-inside';
import { written } from '../inside/written';
import { attributes, type FileSeen } from './attributes';
import { nearMisses } from './near-misses';
import { namesOf } from './owners';

export const file = defineKind<FileSeen>({
  kind: 'file',
  name: { fr: 'fichier', en: 'file' },
  describe:
    'A file or folder in a container, running or not, by its absolute path. Symbolic links are followed within the container; what is ' +
    'mounted into it (volumes, /proc) is seen as far as the engine shows it.',
  subject: {
    type: 'string',
    describe: 'The absolute path in the container.',
    example: '/etc/nginx/nginx.conf',
  },
  parameters: { in: inContainer },
  attributes,
  assertsPresence: true,
  needs: (input) => {
    const { name, path } = placeOf(input);
    const { keys } = input.check;
    const wants = (...attributes: string[]): boolean => attributes.some((attribute) => attribute in keys);
    const own: Request = {
      fact: 'file',
      container: name,
      path,
      ...(wants('content') && { content: true }),
      ...(wants('owner', 'group', 'uid', 'gid') && { owner: true }),
    };
    return [
      ...needsOfNamed(name),
      own,
      ...(wants('owner') ? [database(name, '/etc/passwd')] : []),
      ...(wants('group') ? [database(name, '/etc/group')] : []),
    ];
  },
  open: (input, look) => {
    const { name, path } = placeOf(input);
    const opened = openInside(name, input, look);
    if (!('found' in opened)) return opened;
    const fact = look({ fact: 'file', container: name, path });
    if ('fault' in fact) return fact;
    if (fact.value === null)
      return { missing: message('file.absent', { path, name }), cause: `file/${name}${path}` };
    const users = look(database(name, '/etc/passwd'));
    const groups = look(database(name, '/etc/group'));
    return { found: { path, file: fact.value, users: namesOf(users), groups: namesOf(groups) } };
  },
  nearMisses,
});

const database = (container: string, path: string) =>
  ({ fact: 'file', container, path, content: true }) as const;

function placeOf({ check }: CheckInput): { readonly name: string; readonly path: string } {
  return { name: written(check.keys['in']), path: written(check.subject) };
}
