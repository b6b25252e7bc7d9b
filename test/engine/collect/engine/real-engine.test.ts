import { connect } from 'node:net';
import { openRoom } from '../../../../src/cleanroom/room/open-room';
import { describeEngine, type Subject } from '../../../contract/engine/engine-contract';

async function start(): Promise<Subject> {
  const room = await openRoom({
    registry: undefined,
    binaries: undefined,
    store: 'classic',
    signal: undefined,
  });
  const subject: Subject = {
    path: room.dockerHost.replace('unix://', ''),
    terminate: () => room.stopEngine('SIGTERM'),
    kill: async () => {
      await room.stopEngine('SIGKILL');
      await refuses(subject.path);
    },
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

/** Threads of a killed process hold its sockets for a moment longer than the process is there. */
async function refuses(path: string): Promise<void> {
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect(path);
    socket.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      resolve(code);
    });
    socket.on('close', () => {
      resolve('closed');
    });
  });
  if (outcome !== 'ECONNREFUSED') await refuses(path);
}

describeEngine('a real dockerd', start);
