import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openRoom } from '../../../src/cleanroom/room/open-room';
import { REGISTRY_ADDRESS } from '../../../src/cleanroom/room/registry';

const MINUTE = 60_000;

test(
  'what is pushed to the registry of a room that builds images stays when the room is gone, and is pulled from there in the next one',
  async () => {
    const storage = mkdtempSync(join(tmpdir(), 'vigie-registry-'));
    const furniture = {
      binaries: undefined,
      store: 'classic',

      signal: undefined,
    } as const;
    const typed = async (writable: boolean, script: string) => {
      await using room = await openRoom({ ...furniture, registry: { storage, writable } });
      const { code, stderr } = await room.run(['sh', '-ec', script]);
      return { code, stderr };
    };
    const name = `${REGISTRY_ADDRESS}/library/made`;
    const make = `tar -C "$HOME" --owner=0 --group=0 -c . | docker import - ${name}; docker push -q ${name}`;
    expect(await typed(true, make)).toEqual({ code: 0, stderr: '' });
    expect(existsSync(join(storage, 'docker/registry/v2/repositories/library/made'))).toBe(true);
    expect(await typed(false, 'docker pull -q made')).toEqual({ code: 0, stderr: '' });
    rmSync(storage, { recursive: true });
  },
  2 * MINUTE,
);
