import { expect, jest, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as removal from '../../../src/cleanroom/room/ending/remove-room';
import { claimSlot, folderOf, recordOf } from '../../../src/cleanroom/room/room-record';

// Nothing that can be made here does not end. Before what uses it is loaded.
jest.doMock('../../../src/cleanroom/room/ending/strip-room', () => ({ stripRoom: () => false }));

const { emptyRoom, guardRoom, removeRoom } = jest.requireActual<typeof removal>(
  '../../../src/cleanroom/room/ending/remove-room',
);

test('a room that could not be emptied is nobody’s, and its former owner touches whoever has the slot then no more', async () => {
  const room = await claimSlot();
  guardRoom(room);
  await expect(removeRoom(room)).rejects.toMatchObject({ code: 'cleanroom.not-empty' });
  expect(recordOf(room.slot)?.owner.pid).toBe(0);
  writeFileSync(join(folderOf(room), 'room.json'), JSON.stringify({ ...room, id: 'another' }));
  try {
    // Making it like new would go on in another one's slot.
    expect(() => {
      emptyRoom(room);
    }).toThrow(room.id);
    await removeRoom(room);
    expect(recordOf(room.slot)?.id).toBe('another');
  } finally {
    rmSync(folderOf(room), { recursive: true });
  }
});
