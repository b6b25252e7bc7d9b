import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { CleanRoomError, type CleanRoom } from '../cleanroom';
import { maxAnswersBytes } from '../grading/answers/read-answers';

/** Linux: a handle on what a path names now, without reading it. Node has no name for it. */
const O_PATH = 0o10000000;

/**
 * What is looked at of a room after a submission was played in it. A submission is root in its room, and can put links to other sockets and files in the place of its own:
 * the engine and the home are therefore held before anything is typed, and found again by these handles, never by their paths.
 */
export interface HeldRoom extends Disposable {
  /** As `DOCKER_HOST` names it, for processes that this one starts. */
  readonly dockerHost: string;
  /** The file of answers in the home; nothing where there is none, or no plain file. One byte more than the most when it is too large. */
  readonly answers: () => Buffer | undefined;
}

/** Throws a `CleanRoomError` where the room is no longer there. */
export function holdRoom({ dockerHost, home }: Pick<CleanRoom, 'dockerHost' | 'home'>): HeldRoom {
  const socket = hold(dockerHost.replace(/^unix:\/\//, ''), O_PATH);
  const folder = hold(home, O_PATH | constants.O_DIRECTORY);
  return {
    dockerHost: `unix:///proc/${process.pid}/fd/${socket}`,
    answers: () => readPlainFile(`/proc/self/fd/${folder}/answers.yaml`, maxAnswersBytes + 1),
    [Symbol.dispose]: () => {
      closeSync(socket);
      closeSync(folder);
    },
  };
}

function hold(path: string, flags: number): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw new CleanRoomError('cleanroom.engine-silent', `The room has ended: ${path}`, { cause: error });
  }
}

/** Follows no link at its end, waits for no pipe, and reads no device: root in a room can make those of the machine's disks. */
function readPlainFile(path: string, most: number): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!fstatSync(handle).isFile()) return undefined;
    const buffer = Buffer.alloc(most);
    return buffer.subarray(0, readSync(handle, buffer, 0, most, 0));
  } catch {
    return undefined; // none, or a link: no answers
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
