import { err, ok, type Result } from '../text/result';
import type { CleanRoom } from './clean-room';
import { CleanRoomError } from './clean-room-error';

/** Beside the docker command's settings, which are the room's and not in its home: no file that is handed in gets there. */
const PUT = 'umask 022; install -D "$1" "$DOCKER_CONFIG/cli-plugins/docker-compose"';

/**
 * Sees to it that `docker compose` is there in a room, before anything is typed in it: with the machine's own plugin, else with a copy of the one
 * that `plugin` gives the path of (70 MB on the room's disk). Why it is not there is for people to read.
 */
export async function provideCompose(
  room: Pick<CleanRoom, 'run' | 'env'>,
  plugin: () => Promise<string>,
): Promise<Result<undefined, string>> {
  // The student's settings: nobody has had a say in them yet.
  const { env } = room;
  const hasCompose = () => room.run(['docker', 'compose', 'version'], { env });
  if ((await hasCompose()).code === 0) return ok(undefined);
  try {
    const put = await room.run(['sh', '-c', PUT, 'sh', await plugin()], { env });
    const { code, stderr } = put.code === 0 ? await hasCompose() : put;
    return code === 0 ? ok(undefined) : err(stderr.trim().slice(-500));
  } catch (error) {
    if (!(error instanceof CleanRoomError)) throw error;
    return err(error.message);
  }
}
