import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { removeLeftovers } from '../../../src/cleanroom';
import { claimSlot, disown, recordOf } from '../../../src/cleanroom/room/room-record';

/** Gives up a room that takes long to delete, lets somebody else have its slot, and ends meanwhile. */
const script = `
  const { mkdirSync, writeFileSync, rmSync } = require('node:fs');
  const { join } = require('node:path');
  const { claimSlot, folderOf, recordOf } = require('./src/cleanroom/room/room-record');
  const { guardRoom, removeRoom } = require('./src/cleanroom/room/ending/remove-room');
  (async () => {
    const room = await claimSlot();
    guardRoom(room);
    for (let i = 0; i < 200; i++) {
      mkdirSync(join(folderOf(room), String(i)));
      for (let j = 0; j < 100; j++) writeFileSync(join(folderOf(room), String(i), String(j)), '');
    }
    let isGone = false;
    void removeRoom(room).then(() => (isGone = true));
    mkdirSync(folderOf(room));
    writeFileSync(join(folderOf(room), 'room.json'), JSON.stringify({ ...room, id: 'another' }));
    process.on('exit', () => {
      console.log(JSON.stringify({ isGone, now: recordOf(room.slot)?.id }));
      rmSync(folderOf(room), { recursive: true, force: true });
    });
    process.exit(0);
  })();
`;

test('a process that ends while it deletes a room does not touch the one that has its slot by then', () => {
  const said = execFileSync(process.execPath, ['-r', 'esbuild-register', '-e', script], {
    cwd: resolve(__dirname, '../../..'),
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual({ isGone: false, now: 'another' });
});

test('a room that could not be emptied is a leftover at once, although its owner goes on', async () => {
  const room = await claimSlot();
  await removeLeftovers();
  expect(recordOf(room.slot)?.id).toBe(room.id);
  disown(room);
  expect(await removeLeftovers()).toBeGreaterThan(0);
  expect(recordOf(room.slot)?.id).not.toBe(room.id);
});
