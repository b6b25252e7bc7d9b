import { setTimeout as pause } from 'node:timers/promises';
import { CleanRoomError } from '../clean-room-error';

/** Waits until `look` says so; rejects with a `CleanRoomError` after `deadlineMs`. */
export async function untilTrue(
  look: () => Promise<boolean>,
  deadlineMs: number,
  otherwise: string,
): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  while (!(await look())) {
    if (Date.now() > deadline) throw new CleanRoomError('cleanroom.engine-silent', otherwise);
    await pause(50);
  }
}
