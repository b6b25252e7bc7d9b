import type { Fact } from '../../evidence/evidence';
import type { ExecFact } from '../../evidence/facts';
import type { Answer, ExecRefusal, ExecResult } from '../engine/engine';
import { limits } from '../limits';
import type { Collector } from '../looking';
import { runningContainer } from './running';

/** What shells give when a command was found but cannot be run; the engine's own refusals are told apart by their text. */
const cannotRun = 126;

/**
 * Runs one command in a container, without a terminal; `null` if the container does not run. A command that does not end is a fact
 * (`exitCode: null`), and goes on running: the API has no way to end it.
 */
export const exec: Collector<'exec'> = async (request, looking) => {
  const { container, command, user, workdir, deadlineMs } = request;
  const inspect = await runningContainer(container, looking);
  if ('fault' in inspect || inspect.value === null) return inspect as Fact<null>;
  const id = inspect.value.Id;
  await looking.eventsRead();
  const asked = {
    container: id,
    command,
    ...(user !== undefined && { user }),
    ...(workdir !== undefined && { workdir }),
  };
  const cost = { deadlineMs, maxBytes: limits.execOutput, signal: looking.signal };
  const answer = await looking.memory.owning<Answer<ExecResult | ExecRefusal>>(
    id,
    `exec_create: ${command.join(' ')}`,
    () => looking.engine.exec(asked, cost),
    (fault) => ({ ok: false, fault }),
  );
  if (!answer.ok) return { fault: answer.fault };
  return { value: factOf(answer.status, answer.body) };
};

function factOf(status: number, body: ExecResult | ExecRefusal): ExecFact | null {
  if (!('refused' in body))
    return {
      exitCode: body.exitCode,
      stdout: body.stdout.toString(),
      stderr: body.stderr.toString(),
      truncated: body.truncated,
    };
  // Gone, ended or paused since the inspect.
  if (status === 404 || status === 409) return null;
  // An unknown user is exit code 126 on 20.10 and a refusal of the call on newer engines: one thing to a check.
  return { exitCode: cannotRun, stdout: '', stderr: body.refused, truncated: false };
}
