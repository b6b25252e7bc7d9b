import { expect, test } from '@jest/globals';
import { openCleanRoom } from '../../../src/cleanroom';

/** Long, because the first one of a machine builds the stand-in images and unpacks the newer engine. */
const BUILD_MS = 900_000;

test(
  'a room with the containerd store has a newer engine, whose image id is the digest of the registry',
  async () => {
    await using room = await openCleanRoom({ store: 'containerd' });
    const info = await room.run(['docker', 'info', '-f', '{{json .DriverStatus}}']);
    expect(info.stdout).toContain('io.containerd.snapshotter.v1');
    const pulled = await room.run(['docker', 'pull', 'ubuntu']);
    const digest = /Digest: (sha256:[0-9a-f]{64})/.exec(pulled.stdout)?.[1];
    const inspected = await room.run(['docker', 'image', 'inspect', 'ubuntu', '-f', '{{.Id}}']);
    expect(inspected.stdout.trim()).toBe(digest);
    const greeted = await room.run(['docker', 'run', '--rm', 'hello-world']);
    expect(greeted.stdout).toContain('Hello from Docker!');
  },
  BUILD_MS,
);
