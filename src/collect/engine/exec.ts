import type { Fact } from '../../evidence/evidence';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import type { ExecState } from '../../evidence/shapes/shape';
import { noSuchContainer } from './absence';
import { messageOf } from './call-name';
import { admit, invalid, unexpected } from './door';
import { decode } from './decode';
import type {
  Answer,
  BodyStream,
  Call,
  Engine,
  ExecCommand,
  ExecRefusal,
  ExecResult,
  Limits,
} from './engine';
import { demultiplex } from './frames';

/** Bytes of the small JSON answers around the command's own output. */
const answerCap = 64 * 1024;
/** For the last question, how the command ended: the engine answers it from memory. Also how long it may take to note it. */
const stateDeadlineMs = 2_000;

type ExecAnswer = Answer<ExecResult | ExecRefusal>;

/** Creates an exec, starts it, reads its output, asks for its exit code; `deadlineMs` is for all but the last of it. */
export async function runExec(
  request: Engine['request'],
  command: ExecCommand,
  limits: Limits,
): Promise<ExecAnswer> {
  const endsAt = performance.now() + limits.deadlineMs;
  const left = (maxBytes: number): Limits => ({
    ...limits,
    maxBytes,
    deadlineMs: Math.max(1, endsAt - performance.now()),
  });

  const create = createCall(command);
  const created = await request(create, left(answerCap));
  const gone = created.ok ? refusalIn(command.container, created) : undefined;
  if (gone) return gone;
  const born = admit(create, created, { shape: answerShapes.execCreated, status: 201 });
  if ('fault' in born) return { ok: false, fault: born.fault };

  const path = `/exec/${encodeURIComponent(born.value.Id)}`;
  const start: Call<'stream'> = {
    method: 'POST',
    path: `${path}/start`,
    body: { Detach: false, Tty: false },
    as: 'stream',
  };
  const started = await request(start, left(limits.maxBytes));
  if (!started.ok) return started;
  const output = await readOutput(started.body);
  const isOurEnd = output.fault?.code === 'too-large' || output.fault?.code === 'deadline';
  if (output.fault && !isOurEnd) return { ok: false, fault: output.fault };
  if (started.status !== 200) {
    const refused = { ...started, body: errorBody(started.status, output.bytes) };
    return refusalIn(command.container, refused) ?? { ok: false, fault: unexpected(start, refused) };
  }
  const printed = demultiplex(output.bytes);
  if (printed.broken && !isOurEnd) return { ok: false, fault: invalid(start, 'no frames, or a part of one') };

  const ended = await endOf(request, born.value.Id, limits, isOurEnd ? 0 : stateDeadlineMs);
  if ('fault' in ended) return { ok: false, fault: ended.fault };
  const { ExitCode: exitCode, Running: running } = ended.value;
  if (output.fault?.code === 'deadline' && !running) return { ok: false, fault: output.fault };
  const { stdout, stderr } = printed;
  const truncated = output.fault?.code === 'too-large';
  const { headers } = started;
  return { ok: true, status: 200, headers, body: { exitCode, running, truncated, stdout, stderr } };
}

/**
 * How it ended, also after the deadline: only the engine knows whether the command goes on or whether it is itself that hangs. The output may end
 * a moment before the engine notes the exit code, and is then asked again for as long as `patienceMs`.
 */
async function endOf(
  request: Engine['request'],
  id: string,
  limits: Limits,
  patienceMs: number,
): Promise<Fact<ExecState>> {
  const call: Call<'json'> = { method: 'GET', path: `/exec/${encodeURIComponent(id)}/json`, as: 'json' };
  const question = { ...limits, maxBytes: answerCap, deadlineMs: stateDeadlineMs };
  const until = performance.now() + patienceMs;
  for (let waitMs = 10; ; waitMs *= 2) {
    const state = admit(call, await request(call, question), { shape: answerShapes.execState });
    if ('fault' in state) return state;
    const { ID = id, Running, ExitCode } = state.value;
    if (ID !== id) return { fault: invalid(call, 'about another command') };
    if (!Running && ExitCode === null) return { fault: invalid(call, 'ended without an exit code') };
    if (!Running || performance.now() + waitMs > until || limits.signal?.aborted === true) return state;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

function createCall({ container, command, user, workdir }: ExecCommand): Call<'json'> {
  return {
    method: 'POST',
    path: `/containers/${encodeURIComponent(container)}/exec`,
    body: {
      Cmd: command,
      AttachStdout: true,
      AttachStderr: true,
      ...(user !== undefined && { User: user }),
      ...(workdir !== undefined && { WorkingDir: workdir }),
    },
    as: 'json',
  };
}

/** The engine would not run it, in words that are about this container or this command; every other refusal is a fault. */
function refusalIn(
  container: string,
  answer: Extract<Answer<unknown>, { ok: true }>,
): ExecAnswer | undefined {
  const { status, body } = answer;
  const message = messageOf(body).trim();
  const refused = { refused: message.slice(0, 500) };
  if (status === 404 && noSuchContainer(container)(message)) return { ...answer, body: refused };
  // Docker: 409; Podman 4.3 says 500 of a container that has ended.
  if ((status === 409 && doesNotRun.test(message)) || (status >= 400 && message.endsWith(notRunningToPodman)))
    return { ...answer, status: 409, body: refused };
  const isOfCommand = [400, 404, 500].includes(status) && cannotStart.test(message);
  return isOfCommand ? { ...answer, status: 400, body: refused } : undefined;
}

const doesNotRun = /^container \S+ is (?:not running|paused|restarting)\b/i;
const notRunningToPodman = 'container state improper';
/** A user, folder or program that the container does not have, in the words of Docker, Podman and their runtimes. */
const cannotStart =
  /^(?:OCI runtime|unable to find (?:user|group) |failed to create shim|.*no matching entries in (?:passwd|group)|.*workdir \S+ does not exist|.*exec: "|crun: )/;

function errorBody(status: number, bytes: Buffer): unknown {
  const decoded = decode('json', status, bytes);
  return 'body' in decoded ? decoded.body : null;
}

async function readOutput(stream: BodyStream) {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), fault: stream.fault() };
}
