import { expect, test } from '@jest/globals';
import { socketRights } from '../../../../src/collect/connect/socket-rights';
import type { World } from '../../../../src/collect/connect/world';
import { plainWorld } from './plain-world';

const socket = '/var/run/docker.sock';
const files = (dockerMembers: string) => ({
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nana:x:1000:1000::/home/ana:/bin/bash\n',
  '/etc/group': `root:x:0:\ndocker:x:119:${dockerMembers}\nana:x:1000:\n`,
});
const ofDocker = { [socket]: { uid: 0, gid: 119, mode: 0o660 } };

test('a user outside of the group is told to join it', () => {
  expect(socketRights(plainWorld({ files: files('bob'), sockets: ofDocker }), socket)).toEqual({
    user: 'ana',
    uid: 1000,
    groups: ['ana'],
    owner: 'root',
    group: 'docker',
    mode: '0660',
    remedy: 'join-group',
  });
});

test.each([
  ['a member whose session is older needs a new login', files('bob,ana'), ofDocker, [1000], 'new-login'],
  ['a name that only begins alike is no member', files('anabelle'), ofDocker, [1000], 'join-group'],
  ['a member who is refused all the same', files('ana'), ofDocker, [1000, 119], 'mode'],
  ["root's own socket is another's", files(''), { [socket]: { mode: 0o660 } }, [1000], 'other-owner'],
  [
    "a socket without rights for its group is another's",
    files('ana'),
    { [socket]: { gid: 119, mode: 0o600 } },
    [1000],
    'other-owner',
  ],
  ['the owner who is refused', files(''), { [socket]: { uid: 1000, mode: 0o400 } }, [1000], 'mode'],
])('%s', (_, etc, sockets, groups, remedy) => {
  expect(socketRights(plainWorld({ files: etc, sockets, groups }), socket)).toMatchObject({ remedy });
});

test('a socket that may not even be looked at is told without its owner', () => {
  const rights = socketRights(plainWorld({ files: files(''), forbidden: [socket] }), socket);
  expect(rights).toEqual({ user: 'ana', uid: 1000, groups: ['ana'], remedy: 'other-owner' });
});

test('there is nothing to say where there are no user ids', () => {
  const world = Object.fromEntries(
    Object.entries(plainWorld()).filter(([key]) => key !== 'uid'),
  ) as unknown as World;
  expect(socketRights(world, socket)).toBeUndefined();
});
