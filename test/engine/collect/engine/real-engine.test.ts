import { openRoom } from '../../../../src/cleanroom/room/open-room';
import { describeEngine, type Subject } from '../../../contract/engine/engine-contract';

async function start(): Promise<Subject> {
  const room = await openRoom({
    registry: undefined,
    binaries: undefined,
    store: 'classic',
    log: () => undefined,
    signal: undefined,
  });
  const subject: Subject = {
    path: room.dockerHost.replace('unix://', ''),
    terminate: () => room.stopEngine('SIGTERM'),
    kill: () => room.stopEngine('SIGKILL'),
    freeze: () => room.stopEngine('SIGSTOP'),
    thaw: () => room.stopEngine('SIGCONT'),
    revive: async () => {
      await room.startEngine();
      return subject;
    },
    dispose: () => room.close(),
  };
  return subject;
}

describeEngine('a real dockerd', start);
