import { expect, test } from '@jest/globals';
import { CleanRoomError } from '../../../src/cleanroom/clean-room-error';
import type { CommandResult } from '../../../src/cleanroom/command';
import { provideCompose } from '../../../src/cleanroom/provide-compose';
import { err, ok } from '../../../src/text/result';

/** A room whose commands end as told, one after the other; the real one is in the tests with an engine. */
function roomWhere(...ends: readonly (readonly [code: number, stderr: string])[]) {
  const left = [...ends];
  const run = (): Promise<CommandResult> => {
    const [code, stderr] = left.shift() ?? [0, ''];
    return Promise.resolve({ code, stdout: '', stderr });
  };
  return { run, left, env: {} };
}

const plugin = () => Promise.resolve('/cache/docker-compose');
const noPlugin = () => Promise.reject(new CleanRoomError('cleanroom.command-failed', 'no archive answers'));

test('a machine with a plugin of its own pays nothing', async () => {
  expect(await provideCompose(roomWhere([0, '']), noPlugin)).toEqual(ok(undefined));
});

test('a plugin that was put in and runs is enough', async () => {
  const room = roomWhere([1, 'unknown command'], [0, ''], [0, '']);
  expect(await provideCompose(room, plugin)).toEqual(ok(undefined));
  expect(room.left).toEqual([]);
});

test.each([
  ['cannot be had', noPlugin, [], 'no archive answers'],
  ['cannot be put into the room', plugin, [[1, 'No space left on device\n']], 'No space left on device'],
  ['does not run there', plugin, [[0, ''], [1, 'unknown command\n']], 'unknown command'], // prettier-ignore
] as const)('a plugin that %s is a reason for people to read', async (_, from, ends, reason) => {
  expect(await provideCompose(roomWhere([1, 'unknown command'], ...ends), from)).toEqual(err(reason));
});

test('what is no trouble of the room is a bug, and thrown', async () => {
  const broken = () => Promise.reject(new TypeError('bug'));
  await expect(provideCompose(roomWhere([1, '']), broken)).rejects.toThrow('bug');
});
