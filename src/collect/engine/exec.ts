import { fault } from '../../evidence/fault';
import { isJsonObject } from '../../text/json';
import { callName, failed, messageOf } from './call-name';
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
/** For the last question, how the command ended: the engine answers it from memory. */
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
  if (!created.ok) return created;
  const id = isJsonObject(created.body) ? created.body['Id'] : undefined;
  if (created.status >= 400) return refusal(create, created);
  if (typeof id !== 'string')
    return { ok: false, fault: fault('engine.answer-invalid', { call: callName(create), detail: 'no Id' }) };

  const path = `/exec/${encodeURIComponent(id)}`;
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
  if (started.status >= 400)
    return refusal(start, { ...started, body: errorBody(started.status, output.bytes) });

  // Also after the deadline: only the engine knows whether the command goes on or whether it is itself that hangs.
  const question = { ...limits, maxBytes: answerCap, deadlineMs: stateDeadlineMs };
  const inspected = await request({ method: 'GET', path: `${path}/json`, as: 'json' }, question);
  if (!inspected.ok) return inspected;
  const { ExitCode: code = null, Running: running = false } = isJsonObject(inspected.body)
    ? inspected.body
    : {};
  if (output.fault?.code === 'deadline' && running !== true) return { ok: false, fault: output.fault };
  const result = {
    exitCode: typeof code === 'number' ? code : null,
    running: running === true,
    truncated: output.fault?.code === 'too-large',
  };
  return { ...inspected, body: { ...result, ...demultiplex(output.bytes) } };
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

/** Whoever cannot run a command is told why; a 5xx is the engine's failure, as everywhere. */
function refusal(call: Call, answer: Extract<Answer<unknown>, { ok: true }>): ExecAnswer {
  const message = messageOf(answer.body);
  if (message.includes('container state improper'))
    return { ...answer, status: 409, body: { refused: message.slice(0, 500) } }; // podman: 500
  const broken = failed(call, answer);
  if (broken) return { ok: false, fault: broken };
  return { ...answer, body: { refused: message.slice(0, 500) } };
}

function errorBody(status: number, bytes: Buffer): unknown {
  const decoded = decode('json', status, bytes);
  return 'body' in decoded ? decoded.body : null;
}

async function readOutput(stream: BodyStream) {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), fault: stream.fault() };
}
